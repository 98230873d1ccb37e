# The typefaces, from their Debian packages, built into the program so that every system shows the same letters.
# Sets INKSTEP_FONT_FILES, the interface's, and INKSTEP_READING_FONT_FILES, what children read.
set(INKSTEP_FONT_FILES)
foreach(weight Regular Medium SemiBold)
    list(APPEND INKSTEP_FONT_FILES opentype/inter/Inter-${weight}.otf)
endforeach()
set(INKSTEP_READING_FONT_FILES)
foreach(weight Regular Bold)
    list(APPEND INKSTEP_READING_FONT_FILES truetype/andika/Andika-${weight}.ttf)
endforeach()
