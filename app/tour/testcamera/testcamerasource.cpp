#include "testcamerasource.h"
#include "testcamerafeed.h"

#include <gst/base/gstpushsrc.h>
#include <gst/video/video.h>

// GStreamer builds its classes from plain structs and functions; the C++ objects they need hang on pointers
// they own.
namespace inkstep {
namespace {

constexpr int fallbackRate = 15;

struct Source {
    GstPushSrc parent;
    std::shared_ptr<TestCameraFeed> *feed; // made and deleted with the GObject
    GstVideoInfo info;
    guint64 frames;
    gboolean jpeg;
    gboolean silent;
    gboolean flushing; // guarded by the object lock
    GCond *wake;       // with the object lock
};

struct SourceClass {
    GstPushSrcClass parent;
};

gpointer parentClass = nullptr;

Source *asSource(gpointer object) {
    return static_cast<Source *>(object);
}

// Waits one frame's time, or until the source is flushed. False when flushed.
bool waitForTurn(Source *source) {
    const gint rate = source->info.fps_n > 0 ? source->info.fps_n / source->info.fps_d : fallbackRate;
    const gint64 until = g_get_monotonic_time() + G_TIME_SPAN_SECOND / rate;
    GST_OBJECT_LOCK(source);
    while (!source->flushing && g_cond_wait_until(source->wake, GST_OBJECT_GET_LOCK(source), until)) {
    }
    const bool goOn = !source->flushing;
    GST_OBJECT_UNLOCK(source);
    return goOn;
}

gboolean start(GstBaseSrc *base) {
    Source *source = asSource(base);
    const auto feed = *source->feed;
    if (!feed->plugged() || feed->takeFailure(TestCamera::Trouble::Busy)) {
        GST_ELEMENT_ERROR(source, RESOURCE, BUSY, ("The camera is in use."), (nullptr));
        return FALSE;
    }
    source->silent = feed->takeFailure(TestCamera::Trouble::NoFrames);
    source->frames = 0;
    feed->countSource(1);
    return TRUE;
}

gboolean stop(GstBaseSrc *base) {
    (*asSource(base)->feed)->countSource(-1);
    return TRUE;
}

gboolean setFlushing(Source *source, gboolean flushing) {
    GST_OBJECT_LOCK(source);
    source->flushing = flushing;
    g_cond_broadcast(source->wake);
    GST_OBJECT_UNLOCK(source);
    return TRUE;
}

gboolean unlock(GstBaseSrc *base) {
    return setFlushing(asSource(base), TRUE);
}
gboolean unlockStop(GstBaseSrc *base) {
    return setFlushing(asSource(base), FALSE);
}

gboolean setCaps(GstBaseSrc *base, GstCaps *caps) {
    Source *source = asSource(base);
    const GstStructure *format = gst_caps_get_structure(caps, 0);
    source->jpeg = gst_structure_has_name(format, "image/jpeg");
    if (!source->jpeg)
        return gst_video_info_from_caps(&source->info, caps);
    gst_video_info_init(&source->info);
    return gst_structure_get_int(format, "width", &source->info.width) &&
           gst_structure_get_int(format, "height", &source->info.height) &&
           gst_structure_get_fraction(format, "framerate", &source->info.fps_n, &source->info.fps_d);
}

GstCaps *getCaps(GstBaseSrc *base, GstCaps *filter) {
    GstCaps *caps = testCameraFormats(**asSource(base)->feed);
    if (!filter)
        return caps;
    GstCaps *both = gst_caps_intersect_full(filter, caps, GST_CAPS_INTERSECT_FIRST);
    gst_caps_unref(caps);
    return both;
}

GstFlowReturn create(GstPushSrc *push, GstBuffer **buffer) {
    Source *source = asSource(push);
    const auto feed = *source->feed;
    do {
        if (!waitForTurn(source))
            return GST_FLOW_FLUSHING;
        if (!feed->plugged()) {
            GST_ELEMENT_ERROR(source, RESOURCE, READ, ("The camera was unplugged."), (nullptr));
            return GST_FLOW_ERROR;
        }
    } while (source->silent || feed->frozen());

    const QSize size(GST_VIDEO_INFO_WIDTH(&source->info), GST_VIDEO_INFO_HEIGHT(&source->info));
    const QByteArray frame = source->jpeg ? feed->jpegFrame(size) : feed->frame(size);
    *buffer = gst_buffer_new_allocate(nullptr, gsize(frame.size()), nullptr);
    gst_buffer_fill(*buffer, 0, frame.constData(), gsize(frame.size()));
    GST_BUFFER_OFFSET(*buffer) = source->frames++;
    feed->countFrame();
    return GST_FLOW_OK;
}

void finalize(GObject *object) {
    Source *source = asSource(object);
    delete source->feed;
    g_cond_clear(source->wake);
    g_free(source->wake);
    G_OBJECT_CLASS(parentClass)->finalize(object);
}

void initClass(gpointer klass, gpointer) {
    parentClass = g_type_class_peek_parent(klass);
    G_OBJECT_CLASS(klass)->finalize = finalize;
    GstBaseSrcClass *base = GST_BASE_SRC_CLASS(klass);
    base->start = start;
    base->stop = stop;
    base->unlock = unlock;
    base->unlock_stop = unlockStop;
    base->set_caps = setCaps;
    base->get_caps = getCaps;
    GST_PUSH_SRC_CLASS(klass)->create = create;
    GstElementClass *element = GST_ELEMENT_CLASS(klass);
    gst_element_class_set_static_metadata(element, "Test camera", "Source/Video",
                                          "Shows a picture as a webcam would", "Inkstep");
    GstCaps *formats = gst_caps_from_string("video/x-raw;image/jpeg");
    gst_element_class_add_pad_template(element,
                                       gst_pad_template_new("src", GST_PAD_SRC, GST_PAD_ALWAYS, formats));
    gst_caps_unref(formats);
}

void initInstance(GTypeInstance *instance, gpointer) {
    Source *source = asSource(instance);
    source->feed =
        new std::shared_ptr<TestCameraFeed>(std::make_shared<TestCameraFeed>(TestCameraModel::webcam()));
    source->wake = g_new0(GCond, 1);
    g_cond_init(source->wake);
    gst_video_info_init(&source->info);
    gst_base_src_set_live(GST_BASE_SRC(source), TRUE);
    gst_base_src_set_format(GST_BASE_SRC(source), GST_FORMAT_TIME);
    gst_base_src_set_do_timestamp(GST_BASE_SRC(source), TRUE);
}

GType sourceType() {
    static const GType type = [] {
        GTypeInfo info = {};
        info.class_size = sizeof(SourceClass);
        info.class_init = initClass;
        info.instance_size = sizeof(Source);
        info.instance_init = initInstance;
        return g_type_register_static(GST_TYPE_PUSH_SRC, "InkstepTestCameraSource", &info, GTypeFlags(0));
    }();
    return type;
}

} // namespace

GstElement *newTestCameraSource(const std::shared_ptr<TestCameraFeed> &feed, const gchar *name) {
    auto *source = g_object_new(sourceType(), "name", name, nullptr);
    *asSource(source)->feed = feed;
    return GST_ELEMENT(source);
}

GstCaps *testCameraFormats(const TestCameraFeed &feed) {
    return gst_caps_from_string(feed.model().formats.constData());
}

} // namespace inkstep
