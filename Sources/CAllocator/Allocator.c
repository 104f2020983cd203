#include "CAllocator.h"

// One arena for all threads: with one for each, reading a book for the first time takes a third more memory, and typesetting
// is no faster.
const char *malloc_conf = "narenas:1";
