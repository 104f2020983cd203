/// What jemalloc reads before the program starts, where the release program is linked with it.
extern const char *malloc_conf;
