#pragma once
#include <stddef.h>

// Gives a terminal back as it was found, whatever ends the process.
//
// All of it is called by the one thread that owns the screen; the signal handlers may run on any.

/// Remembers the modes of the terminal behind `input` and the bytes that undo what the program is
/// going to tell the one behind `output`. Returns 0, or -1 with errno where `input` has no modes to
/// remember, `length` is over 1024, or the guard is armed already.
int guard_remember(int input, int output, const char *reset, size_t length);

/// From here on a deadly signal, or an exit, first resets the terminal, then ends the process as it
/// would have. A signal that the parent had this process ignore stays ignored.
void guard_arm(void);

/// Signals act as before guard_arm again.
void guard_disarm(void);

/// From the next guard_arm on the first SIGTERM or SIGHUP is noted as guard_end_wanted, for whoever
/// has to close something first and then calls guard_end_as_asked. A second one ends the process at
/// once, and so do three seconds in which it has not ended itself.
void guard_ask_before_end(void);
/// Ends the process by the signal that asked for it, the guard being disarmed; returns where none did.
void guard_end_as_asked(void);

/// Gives the terminal its remembered modes, without writing to it.
void guard_restore_modes(void);

/// Survives writes to a closed pipe or beyond a file's size limit: they fail with an error instead.
/// The signals are caught, not ignored, because programs started from here would inherit that they
/// are ignored.
void guard_survive_failed_writes(void);

/// Keeps what is written to standard error off the screen while it is a terminal;
/// guard_release_errors writes it out.
void guard_hold_errors(void);
/// Writes what was held to the real standard error, which is in place again then.
void guard_release_errors(void);
/// The same from a signal handler: nothing is put back in place.
void guard_print_held_errors(void);

enum guard_notice {
  guard_resized = 1,
  guard_stop_wanted = 2,
  guard_continued = 4,
  guard_end_wanted = 8,
};

/// Notes SIGWINCH, SIGTSTP and SIGCONT, each by a byte written to `wake`, a descriptor that does
/// not block.
void guard_watch(int wake);
/// Notes something from a signal handler.
void guard_note(unsigned notice);
/// Gives the three signals their earlier meaning.
void guard_unwatch(void);
/// What was noted since the last call, as a sum of guard_notice.
unsigned guard_take_notices(void);

/// Stops this process, or with it all of its job, and returns when it is continued. Does nothing
/// where nobody could continue it: the kernel drops the signal in an orphaned process group.
void guard_stop(int whole_job);

/// Has the keyboard's interrupt and quit reach only a program that was started from here, until
/// called with 0.
void guard_yield_interrupts(int yielding);

/// Has a deadly signal that the guard is armed for also remove files and empty folders, in this
/// order: their absolute paths, each ended by a zero byte. They replace those of an earlier call; a
/// length of 0 leaves everything where it is. Returns 0, or -1 with errno where `length` is over
/// 8192 or the last path is not ended. May be called by any one thread.
int guard_remove_when_killed(const char *paths, size_t length);
/// The same for a program that has no screen and arms nothing: the signals that ask it to end, from the
/// keyboard too, remove files first. Returns -1 with errno EBUSY where the guard is armed, or has
/// something to remove already; that stays as it is.
int guard_remove_when_ended(const char *paths, size_t length);
/// Removes them, from a signal handler.
void guard_remove_leftovers(void);
/// Whether there is anything to remove.
int guard_has_leftovers(void);
