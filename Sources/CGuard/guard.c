#include "guard.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int deadly[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS,
                             SIGFPE, SIGHUP,  SIGTERM, SIGINT,  SIGQUIT};
enum { deadly_count = sizeof deadly / sizeof deadly[0] };

static int terminal_input = -1, terminal_output = -1;
static struct termios found;
static char reset_bytes[1024];
static size_t reset_length;

static atomic_int armed;
static struct sigaction earlier[deadly_count];
static stack_t earlier_stack;
// Static, because a stack overflow leaves no other memory to run a handler on.
static char handler_stack[64 * 1024];

int guard_remember(int input, int output, const char *reset, size_t length) {
  if (length > sizeof reset_bytes || atomic_load(&armed)) {
    errno = length > sizeof reset_bytes ? ENOSPC : EBUSY;
    return -1;
  }
  if (tcgetattr(input, &found) != 0) return -1;
  memcpy(reset_bytes, reset, length);
  reset_length = length;
  terminal_input = input;
  terminal_output = output;
  return 0;
}

void guard_restore_modes(void) {
  if (terminal_input >= 0) tcsetattr(terminal_input, TCSADRAIN, &found);
}

static void reset_terminal(void) {
  // Output may be held by ctrl-s or by a terminal that no longer reads: a dying process waits a
  // moment, never for good.
  tcflow(terminal_output, TCOON);
  struct pollfd writable = {.fd = terminal_output, .events = POLLOUT};
  size_t written = 0;
  while (written < reset_length && poll(&writable, 1, 200) == 1 && (writable.revents & POLLOUT)) {
    ssize_t count = write(terminal_output, reset_bytes + written, reset_length - written);
    if (count > 0) written += (size_t)count;
    else if (errno != EINTR && errno != EAGAIN) break;
  }
  // Mouse reports under way would be typed at the shell.
  tcflush(terminal_input, TCIFLUSH);
  tcsetattr(terminal_input, TCSANOW, &found);
}

static void die_clean(int number) {
  if (atomic_load(&armed)) {
    reset_terminal();
    guard_print_held_errors();
    guard_remove_leftovers();
  }
  // SA_RESETHAND has put the default action back, so this ends the process with the status its
  // parent expects.
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}

// How long whoever was asked to end may take.
enum { grace_in_seconds = 3 };
static const int polite[] = {SIGHUP, SIGTERM, SIGALRM};
enum { polite_count = sizeof polite / sizeof polite[0] };
static atomic_int ends_itself, asked;
static struct sigaction earlier_alarm;

static void ask(int number) {
  int nothing = 0;
  if (number != SIGALRM && atomic_compare_exchange_strong(&asked, &nothing, number)) {
    alarm(grace_in_seconds);
    guard_note(guard_end_wanted);
    return;
  }
  int first = atomic_load(&asked);
  // An alarm that was none of ours ends the process as it would have.
  if (first == 0) first = number;
  signal(first, SIG_DFL);
  die_clean(first);
}

void guard_ask_before_end(void) { atomic_store(&ends_itself, 1); }

void guard_end_as_asked(void) {
  int number = atomic_load(&asked);
  if (number == 0) return;
  guard_remove_leftovers();
  signal(number, SIG_DFL);
  raise(number);
}

static void exit_clean(void) {
  if (!atomic_load(&armed)) return;
  reset_terminal();
  guard_release_errors();
}

void guard_arm(void) {
  static int registered;
  if (!registered) registered = atexit(exit_clean) == 0;
  if (atomic_load(&armed)) return;

  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, &earlier_stack);

  struct sigaction action = {.sa_handler = die_clean, .sa_flags = (int)(SA_RESETHAND | SA_ONSTACK)};
  // All signals, SIGTTOU among them: from the background tcsetattr would stop the process instead
  // of restoring.
  sigfillset(&action.sa_mask);
  for (int i = 0; i < deadly_count; i++) {
    sigaction(deadly[i], NULL, &earlier[i]);
    if (earlier[i].sa_handler != SIG_IGN) sigaction(deadly[i], &action, NULL);
  }
  sigaction(SIGALRM, NULL, &earlier_alarm);
  action.sa_handler = ask;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  for (int i = 0; i < polite_count && atomic_load(&ends_itself); i++) {
    struct sigaction present;
    sigaction(polite[i], NULL, &present);
    if (present.sa_handler != SIG_IGN) sigaction(polite[i], &action, NULL);
  }
  atomic_store(&armed, 1);
}

void guard_disarm(void) {
  if (!atomic_exchange(&armed, 0)) return;
  for (int i = 0; i < deadly_count; i++) sigaction(deadly[i], &earlier[i], NULL);
  sigaction(SIGALRM, &earlier_alarm, NULL);
  sigaltstack(&earlier_stack, NULL);
}

static void end_removing(int number) {
  guard_remove_leftovers();
  // SA_RESETHAND has put the default action back.
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}

int guard_remove_when_ended(const char *paths, size_t length) {
  if (atomic_load(&armed) || guard_has_leftovers()) {
    errno = EBUSY;
    return -1;
  }
  if (guard_remove_when_killed(paths, length) != 0) return -1;
  static const int asking[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
  struct sigaction action = {.sa_handler = end_removing, .sa_flags = (int)SA_RESETHAND};
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < sizeof asking / sizeof asking[0]; i++) {
    struct sigaction present;
    sigaction(asking[i], NULL, &present);
    if (present.sa_handler != SIG_IGN) sigaction(asking[i], &action, NULL);
  }
  return 0;
}

static void survive(int number) { (void)number; }

void guard_survive_failed_writes(void) {
  struct sigaction action = {.sa_handler = survive, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGPIPE, &action, NULL);
  sigaction(SIGXFSZ, &action, NULL);
}

void guard_yield_interrupts(int yielding) {
  static struct sigaction interrupt, quit;
  static int yielded;
  if (yielding && !yielded) {
    struct sigaction action = {.sa_handler = survive, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &interrupt);
    sigaction(SIGQUIT, &action, &quit);
  } else if (!yielding && yielded) {
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
  }
  yielded = yielding;
}
