// The tour: the main job walked through by touch in the real interface, from the camera's frame to a second
// tablet that shows the same note on the same word, and a picture of every page on the way. In: a folder for
// the pictures, the sizes to look at. Out: PNG files, a line a step, 0 or 1 as the exit code.
#pragma once

namespace inkstep {

// tour --out DIR [--size WxH]... [--dark] [--profile DIR]; makes the application object itself.
int runTour(int argc, char **argv);

} // namespace inkstep
