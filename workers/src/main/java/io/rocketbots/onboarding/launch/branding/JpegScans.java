package io.rocketbots.onboarding.launch.branding;

/**
 * Looks through the markers of a JPEG (ITU-T T.81, annex B) before anything is decoded: an image may be sent in any number
 * of scans, each of which goes over all of its pixels again.
 */
final class JpegScans {

    /** Encoders make 10; those that try out what is smallest, some more. */
    private static final int MOST_SCANS = 100;

    /** Scans times pixels. */
    private static final long MOST_PIXELS = 300_000_000;

    /** Of tables, profiles and comments. */
    private static final int MOST_SEGMENTS = 2_000;

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private final byte[] jpg;
    private int at = 2;
    private int segments;
    private int scans;

    private JpegScans(byte[] jpg) {
        this.jpg = jpg;
    }

    /**
     * Refuses what would take long to decode.
     *
     * @param pixels of the image
     */
    static void refuseTooMany(byte[] jpg, long pixels) throws UnusableImage {
        new JpegScans(jpg).count(pixels);
    }

    private void count(long pixels) throws UnusableImage {
        for (int marker = nextMarker(); marker >= 0 && marker != END_OF_IMAGE; marker = nextMarker()) {
            if (isAlone(marker)) {
                continue;
            }
            if (marker == START_OF_SCAN) {
                scans++;
            }
            if (++segments > MOST_SEGMENTS || scans > MOST_SCANS || scans * pixels > MOST_PIXELS) {
                throw new UnusableImage(
                        "This JPG is made of more scans or segments than a logo needs. Save it again, not progressive.");
            }
            // The length counts itself.
            at += at + 1 < jpg.length ? Math.max(2, ((jpg[at] & 0xFF) << 8) | (jpg[at + 1] & 0xFF)) : 2;
        }
    }

    /** The next marker, or -1 at the end; a zero behind its first byte means that it is none. */
    private int nextMarker() {
        while (at + 1 < jpg.length) {
            int code = jpg[at + 1] & 0xFF;
            if ((jpg[at] & 0xFF) == 0xFF && code != 0 && code != 0xFF) {
                at += 2;
                return code;
            }
            at++;
        }
        return -1;
    }

    /** Restarts within a scan, the beginning of an image, and the private marker have nothing behind them. */
    private static boolean isAlone(int marker) {
        return (marker >= 0xD0 && marker <= 0xD8) || marker == 0x01;
    }
}
