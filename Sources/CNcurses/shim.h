#ifndef NAPKIN_CNCURSES_SHIM_H
#define NAPKIN_CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>

// Swift 6 rejects these as shared mutable state when it meets them as globals.
static inline int napkin_colors(void) { return COLORS; }
static inline int napkin_color_pairs(void) { return COLOR_PAIRS; }
static inline WINDOW *napkin_stdscr(void) { return stdscr; }
static inline FILE *napkin_standard_input(void) { return stdin; }
static inline FILE *napkin_standard_output(void) { return stdout; }

// These are macros with arguments or casts, which Swift does not import.
static inline mmask_t napkin_mouse_presses(void) { return BUTTON1_PRESSED; }
static inline mmask_t napkin_mouse_wheel_up(void) { return BUTTON4_PRESSED; }
static inline mmask_t napkin_mouse_wheel_down(void) { return BUTTON5_PRESSED; }
static inline attr_t napkin_bold(void) { return A_BOLD; }
static inline attr_t napkin_dim(void) { return A_DIM; }
static inline attr_t napkin_italic(void) { return A_ITALIC; }
static inline attr_t napkin_underline(void) { return A_UNDERLINE; }
static inline attr_t napkin_reverse(void) { return A_REVERSE; }

/* Attributes with a colour pair of any number: the pair of wattr_set is a short. */
static inline int napkin_set_attributes(WINDOW *window, attr_t attributes, int pair) {
  return wattr_set(window, attributes, (short)pair, &pair);
}

/* The columns and rows of the terminal behind a descriptor; 0 when it tells. */
static inline int napkin_terminal_size(int descriptor, int *width, int *height) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *width = size.ws_col;
  *height = size.ws_row;
  return 0;
}

/* Whether the character set of the present locale is UTF-8. */
static inline int napkin_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/* Fills a terminfo string with one number; NULL where the terminal has none. (tparm is variadic.) */
static inline const char *napkin_terminal_string(const char *name, int number) {
  char *text = tigetstr(name);
  if (text == NULL || text == (char *)-1) return NULL;
  return tparm(text, (long)number, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

/* Sets a handler that interrupted calls go on after, on the alternate stack if there is one. The members of the
   structure have other names on each system. */
static inline int napkin_handle(int number, void (*handler)(int), struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, previous);
}
static inline int napkin_handle_by_default(int number) { return napkin_handle(number, SIG_DFL, NULL); }
static inline int napkin_restore_handler(int number, const struct sigaction *previous) {
  return sigaction(number, previous, NULL);
}

#endif
