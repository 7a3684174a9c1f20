#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

void child_resets_signals(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

void child_gives_up(int failure) {
  int reason = errno;
  (void)!write(failure, &reason, sizeof reason);
  _exit(127);
}

void child_becomes(char *const argv[], char *const envp[], const char *folder, int failure) {
  child_resets_signals();
  // Tests make programs crash on purpose; a core file would help nobody.
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  // Threads of the test process open files meanwhile, and not all of them say O_CLOEXEC.
  close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  if (folder == NULL || chdir(folder) == 0) execve(argv[0], argv, envp);
  child_gives_up(failure);
}

int child_has_become(int failure) {
  int reason = 0;
  ssize_t count;
  do count = read(failure, &reason, sizeof reason);
  while (count < 0 && errno == EINTR);
  if (count == 0) return 0;
  if (count > 0) errno = reason;
  return -1;
}

void close_all(const int *descriptors, int count) {
  int kept = errno;
  for (int index = 0; index < count; index++)
    if (descriptors[index] >= 0) close(descriptors[index]);
  errno = kept;
}
