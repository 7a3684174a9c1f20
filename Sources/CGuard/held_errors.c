#define _GNU_SOURCE
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

// A trap's message, or a library's warning, would be drawn over the board and vanish with the
// alternate screen.

static volatile int real_errors = -1;
static volatile int held_errors = -1;

void guard_hold_errors(void) {
  if (held_errors >= 0 || !isatty(STDERR_FILENO)) return;
  int memory = memfd_create("held standard error", MFD_CLOEXEC);
  if (memory < 0) return;
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real < 0 || dup2(memory, STDERR_FILENO) < 0) {
    if (real >= 0) close(real);
    close(memory);
    return;
  }
  real_errors = real;
  held_errors = memory;
}

void guard_print_held_errors(void) {
  if (held_errors < 0) return;
  char buffer[1024];
  // The last of it is what explains an end; more than this nobody reads on a terminal.
  off_t offset = lseek(held_errors, 0, SEEK_END) - 64 * 1024;
  if (offset < 0) offset = 0;
  for (;;) {
    ssize_t count = pread(held_errors, buffer, sizeof buffer, offset);
    if (count <= 0) break;
    offset += count;
    for (ssize_t written = 0; written < count;) {
      struct pollfd writable = {.fd = real_errors, .events = POLLOUT};
      if (poll(&writable, 1, 200) != 1 || !(writable.revents & POLLOUT)) return;
      ssize_t more = write(real_errors, buffer + written, (size_t)(count - written));
      if (more > 0) written += more;
      else if (errno != EINTR) return;
    }
  }
}

void guard_release_errors(void) {
  if (held_errors < 0) return;
  guard_print_held_errors();
  dup2(real_errors, STDERR_FILENO);
  close(real_errors);
  close(held_errors);
  real_errors = held_errors = -1;
}
