// Locks and names: sealed files, keys, signatures. All of it is libsodium's; nothing here is cryptography of
// our own. In: plain bytes and keys. Out: sealed bytes, hashes, or an Error that says whether bytes are
// damaged or the key is wrong. Knows nothing of notebooks, pages or folders.
#pragma once

#include "crypto/hash.h"
#include "crypto/keypairs.h"
#include "crypto/notebookkeys.h"
#include "crypto/sealedblob.h"
#include "crypto/sealedsmall.h"
#include "crypto/sealedstream.h"
#include "crypto/secret.h"
