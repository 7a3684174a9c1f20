#ifndef JOB_CONTROL_H
#define JOB_CONTROL_H

/// Leads a session as a shell does: runs the program as its foreground job, takes the terminal when
/// the job stops, gives it back when told to on `control`, and ends as the job ends.
///
/// A program that leads its session itself is in an orphaned group, where the kernel drops SIGTSTP:
/// a test of ctrl-z would pass without anything having been stopped.
_Noreturn void lead_job(char *const argv[], char *const envp[], const char *folder, int control);

#endif
