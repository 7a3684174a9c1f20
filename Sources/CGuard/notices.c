#define _GNU_SOURCE
#include "guard.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT};
static const unsigned notice[] = {guard_resized, guard_stop_wanted, guard_continued};
enum { watched_count = sizeof watched / sizeof watched[0] };

static struct sigaction earlier[watched_count];
static int watching;
static atomic_uint notices;
static atomic_int wake_descriptor = -1;

void guard_note(unsigned noted) {
  int saved = errno;
  atomic_fetch_or(&notices, noted);
  // A full pipe wakes just as well, so the result does not matter.
  ssize_t ignored = write(atomic_load(&wake_descriptor), "", 1);
  (void)ignored;
  errno = saved;
}

static void note(int number) {
  for (int i = 0; i < watched_count; i++) {
    if (watched[i] == number) guard_note(notice[i]);
  }
}

void guard_watch(int wake) {
  atomic_store(&wake_descriptor, wake);
  if (watching) return;
  watching = 1;
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < watched_count; i++) {
    sigaction(watched[i], NULL, &earlier[i]);
    // A parent without job control has stopping ignored, because nobody would continue its
    // children.
    if (watched[i] == SIGTSTP && earlier[i].sa_handler == SIG_IGN) continue;
    sigaction(watched[i], &action, NULL);
  }
}

void guard_unwatch(void) {
  if (!watching) return;
  watching = 0;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &earlier[i], NULL);
}

unsigned guard_take_notices(void) { return atomic_exchange(&notices, 0); }

void guard_stop(int whole_job) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, current;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, NULL, &current);
  if (current.sa_handler == SIG_IGN) return;
  sigaction(SIGTSTP, &standard, NULL);

  if (whole_job) kill(0, SIGTSTP);
  else raise(SIGTSTP);

  sigaction(SIGTSTP, &current, NULL);
}
