#ifndef NAPKIN_CNCURSES_SHIM_H
#define NAPKIN_CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <locale.h>
#include <ncurses.h>
#include <term.h>

// Swift 6 rejects these as shared mutable state when it meets them as globals.
static inline int napkin_lines(void) { return LINES; }
static inline int napkin_columns(void) { return COLS; }
static inline int napkin_colors(void) { return COLORS; }
static inline int napkin_color_pairs(void) { return COLOR_PAIRS; }
static inline WINDOW *napkin_stdscr(void) { return stdscr; }

#endif
