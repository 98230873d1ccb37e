// Pictures of pages, as pure functions safe on any thread: what a file is, its place and device tags taken
// out, upright pixels. In: the bytes of one picture file, from a camera or from anywhere at all; nothing in
// them is trusted. Out: facts, cleaned bytes with the same pixels, images, previews and thumbnails, and the
// one transform notes go through.
#pragma once

#include "imaging/decode.h"
#include "imaging/derive.h"
#include "imaging/flat/flatten.h"
#include "imaging/hints.h"
#include "imaging/outline/outline.h"
#include "imaging/outline/tracker.h"
#include "imaging/pageview.h"
#include "imaging/picture.h"
