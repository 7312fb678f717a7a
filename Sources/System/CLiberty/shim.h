#ifndef CLIBERTY_SHIM_H
#define CLIBERTY_SHIM_H
#include <libiberty/demangle.h>
#endif
