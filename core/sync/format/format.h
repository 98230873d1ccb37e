// How a store is written: names, bundles, cards, heads, invites, join codes. Pure: bytes in, bytes out, no
// files. In: edits and keys; bytes from a store, which may be anything. Out: sealed and signed bytes; values
// that were checked, or an Error that says damaged, wrong key or newer.
#pragma once

#include "sync/format/bundle.h"
#include "sync/format/card.h"
#include "sync/format/head.h"
#include "sync/format/invite.h"
#include "sync/format/joincode.h"
#include "sync/format/names.h"
#include "sync/format/vaultfile.h"
