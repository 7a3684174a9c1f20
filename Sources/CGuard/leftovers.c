#include "guard.h"

#include <errno.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

// A handler may not allocate, so the names lie here from the beginning.
static char names[8 * 1024];
static atomic_size_t names_length;

int guard_remove_when_killed(const char *paths, size_t length) {
  if (length > sizeof names || (length > 0 && paths[length - 1] != 0)) {
    errno = length > sizeof names ? ENOSPC : EINVAL;
    return -1;
  }
  atomic_store(&names_length, 0);
  if (length > 0) memcpy(names, paths, length);
  atomic_store(&names_length, length);
  return 0;
}

void guard_remove_leftovers(void) {
  size_t length = atomic_load(&names_length);
  for (size_t start = 0; start < length; start += strlen(names + start) + 1) {
    if (unlink(names + start) != 0 && (errno == EISDIR || errno == EPERM)) rmdir(names + start);
  }
}

int guard_has_leftovers(void) { return atomic_load(&names_length) > 0; }
