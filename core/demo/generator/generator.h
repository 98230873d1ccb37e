// Pictures that look like photographs of children's writing, for the demo class and for measuring the page
// finder. In: what a page says and how it is written, what it lies on, how it is photographed, and a seed.
// Out: the picture and the truth about it (the page's four corners); the same seed gives the same picture.
#pragma once

#include "demo/generator/classcontent.h"
#include "demo/generator/page.h"
#include "demo/generator/photograph.h"
#include "demo/generator/scene.h"
