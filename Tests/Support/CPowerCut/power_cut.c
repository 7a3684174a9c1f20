#include "power_cut.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { MAXIMUM_FILES = 64 };

static struct power_cut_operation *operations;
static size_t count, capacity;
static char *names[MAXIMUM_FILES];
static bool is_recording;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static sqlite3_vfs *below;
static sqlite3_vfs recorder;

// A file as SQLite sees it; the file of the layer below follows it in memory.
struct recorded_file {
  sqlite3_file base;
  int32_t name;  ///< -1 where nothing of it is recorded
};

static sqlite3_file *real(sqlite3_file *file) {
  return (sqlite3_file *)((struct recorded_file *)file + 1);
}

static int32_t number_of(const char *path) {
  for (int32_t index = 0; index < MAXIMUM_FILES; index++) {
    if (names[index] == NULL) names[index] = strdup(path);
    if (names[index] != NULL && strcmp(names[index], path) == 0) return index;
  }
  return -1;
}

static void note(int32_t kind, int32_t file, int64_t offset, const void *bytes, int64_t length) {
  if (!is_recording || file < 0) return;
  pthread_mutex_lock(&lock);
  if (count == capacity) {
    capacity = capacity == 0 ? 4096 : capacity * 2;
    operations = realloc(operations, capacity * sizeof *operations);
    if (operations == NULL) abort();
  }
  uint8_t *copy = NULL;
  if (length > 0) {
    copy = malloc((size_t)length);
    if (copy == NULL) abort();
    memcpy(copy, bytes, (size_t)length);
  }
  operations[count++] = (struct power_cut_operation){kind, file, offset, length, copy};
  pthread_mutex_unlock(&lock);
}

static int32_t name_of(sqlite3_file *file) { return ((struct recorded_file *)file)->name; }

static int rec_close(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }

static int rec_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset) {
  return real(file)->pMethods->xRead(real(file), bytes, length, offset);
}

static int rec_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset) {
  int result = real(file)->pMethods->xWrite(real(file), bytes, length, offset);
  if (result == SQLITE_OK) note(POWER_CUT_WRITE, name_of(file), offset, bytes, length);
  return result;
}

static int rec_truncate(sqlite3_file *file, sqlite3_int64 size) {
  int result = real(file)->pMethods->xTruncate(real(file), size);
  if (result == SQLITE_OK) note(POWER_CUT_TRUNCATE, name_of(file), size, NULL, 0);
  return result;
}

static int rec_sync(sqlite3_file *file, int flags) {
  int result = real(file)->pMethods->xSync(real(file), flags);
  if (result == SQLITE_OK) note(POWER_CUT_SYNC, name_of(file), 0, NULL, 0);
  return result;
}

static int rec_size(sqlite3_file *file, sqlite3_int64 *size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}

static int rec_lock(sqlite3_file *file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}

static int rec_unlock(sqlite3_file *file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}

static int rec_check_lock(sqlite3_file *file, int *result) {
  return real(file)->pMethods->xCheckReservedLock(real(file), result);
}

static int rec_control(sqlite3_file *file, int operation, void *argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int rec_sector_size(sqlite3_file *file) {
  return real(file)->pMethods->xSectorSize(real(file));
}

static int rec_characteristics(sqlite3_file *file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static int rec_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}

static int rec_shm_lock(sqlite3_file *file, int offset, int length, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, length, flags);
}

static void rec_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

static int rec_unmap(sqlite3_file *file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: without memory-mapped reading and writing, which nothing could record.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = rec_close,
    .xRead = rec_read,
    .xWrite = rec_write,
    .xTruncate = rec_truncate,
    .xSync = rec_sync,
    .xFileSize = rec_size,
    .xLock = rec_lock,
    .xUnlock = rec_unlock,
    .xCheckReservedLock = rec_check_lock,
    .xFileControl = rec_control,
    .xSectorSize = rec_sector_size,
    .xDeviceCharacteristics = rec_characteristics,
    .xShmMap = rec_map,
    .xShmLock = rec_shm_lock,
    .xShmBarrier = rec_barrier,
    .xShmUnmap = rec_unmap,
};

static int rec_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  struct recorded_file *recorded = (struct recorded_file *)file;
  int is_there = 1;
  if (name != NULL) below->xAccess(below, name, SQLITE_ACCESS_EXISTS, &is_there);
  recorded->name = name == NULL ? -1 : number_of(name);
  int result = below->xOpen(below, name, real(file), flags, out);
  file->pMethods = real(file)->pMethods != NULL ? &methods : NULL;
  if (result == SQLITE_OK && !is_there) note(POWER_CUT_CREATE, recorded->name, 0, NULL, 0);
  return result;
}

static int rec_delete(sqlite3_vfs *vfs, const char *name, int sync_folder) {
  (void)vfs;
  int result = below->xDelete(below, name, sync_folder);
  if (result == SQLITE_OK) {
    note(POWER_CUT_DELETE, number_of(name), sync_folder ? 1 : 0, NULL, 0);
  }
  return result;
}

int power_cut_install(void) {
  below = sqlite3_vfs_find(NULL);
  if (below == NULL) return -1;
  recorder = *below;
  recorder.zName = "power-cut";
  recorder.pNext = NULL;
  recorder.szOsFile = (int)sizeof(struct recorded_file) + below->szOsFile;
  recorder.xOpen = rec_open;
  recorder.xDelete = rec_delete;
  return sqlite3_vfs_register(&recorder, 1) == SQLITE_OK ? 0 : -1;
}

void power_cut_record(bool is_on) { is_recording = is_on; }

void power_cut_mark(int64_t value) { note(POWER_CUT_MARK, 0, value, NULL, 0); }

size_t power_cut_count(void) { return count; }

struct power_cut_operation power_cut_operation_at(size_t index) { return operations[index]; }

const char *power_cut_name(int32_t file) { return names[file]; }
