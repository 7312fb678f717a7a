// Header-only: what glibc has for starting programs but hides without _GNU_SOURCE, which the
// importer of Swift does not define.
#ifndef CSPAWN_SHIM_H
#define CSPAWN_SHIM_H

#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
extern int pipe2(int ends[2], int flags);
extern int memfd_create(const char *name, unsigned int flags);

// pidfd_open(2), for which glibc has a function only since 2.36: a descriptor that becomes readable when the
// process ends.
extern long syscall(long number, ...);
static inline int process_descriptor(pid_t process) {
  return (int)syscall(SYS_pidfd_open, process, 0);
}

// POSIX_SPAWN_SETSID and MFD_CLOEXEC.
static const short spawn_in_own_session = 0x80;
static const unsigned int memory_file_closes_on_exec = 1;
// EFD_CLOEXEC and EFD_NONBLOCK.
static const int event_file_flags = EFD_CLOEXEC | EFD_NONBLOCK;

#endif
