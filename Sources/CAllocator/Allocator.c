#define _GNU_SOURCE
#include "CAllocator.h"
#include <stdint.h>
#include <sys/mman.h>

// One arena for all threads: with one for each, reading a book for the first time takes a third more memory, and typesetting
// is no faster.
const char *malloc_conf = "narenas:1";

#ifdef MADV_POPULATE_WRITE
extern char __bss_start[], _end[];

// The variables of Swift's runtime and of the modules, which stand first, are written one page after another before the
// first page is shown; here they are made at once. Without it they are only slower.
__attribute__((constructor(101))) static void make_variables(void) {
  uintptr_t page = 4096, most = 704 << 10;
  uintptr_t begin = ((uintptr_t)__bss_start + page - 1) & ~(page - 1);
  uintptr_t end = (uintptr_t)_end & ~(page - 1);
  if (end > begin) madvise((void *)begin, end - begin < most ? end - begin : most, MADV_POPULATE_WRITE);
}
#endif
