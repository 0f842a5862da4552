package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.outbound.ForeignWork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Takes in what somebody uploads as a logo. The content says what it is, not the name; raster images are drawn anew and
 * SVGs are rebuilt from an allow-list, so that nothing hidden in a file is ever stored.
 */
public final class LogoIntake {

    public static final int MAX_BYTES = 2 * 1024 * 1024;
    public static final int MAX_PIXELS_PER_SIDE = 4096;

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** The longer side may be this much longer before a square logo is called not square. */
    private static final double SQUARE_ENOUGH = 1.05;

    private LogoIntake() {}

    /** What became of an upload. */
    public sealed interface Result {

        /** It can be stored and shown. */
        record Taken(LogoFile file) implements Result {}

        /**
         * It cannot.
         *
         * @param why one or two sentences for the person who uploaded it
         */
        record Refused(String why) implements Result {}
    }

    /** Checks and cleans an upload, among the other {@link ForeignWork}. */
    public static Result take(LogoKind kind, byte[] upload) {
        try {
            return ForeignWork.COMPUTING.within(DEADLINE, () -> takeNow(kind, upload));
        } catch (ForeignWork.Refused busy) {
            return new Result.Refused("We could not look at this image in time. Upload it again in a minute.");
        }
    }

    /** The same in this thread. */
    static Result takeNow(LogoKind kind, byte[] upload) {
        try {
            return new Result.Taken(cleaned(kind, upload));
        } catch (UnusableImage e) {
            return new Result.Refused(e.why());
        }
    }

    private static LogoFile cleaned(LogoKind kind, byte[] upload) throws UnusableImage {
        if (upload.length == 0) {
            throw new UnusableImage("This file is empty.");
        }
        if (upload.length > MAX_BYTES) {
            throw new UnusableImage("This file is larger than 2 MiB. Save it smaller and upload it again.");
        }
        Redrawn clean = switch (typeOf(upload)) {
            case PNG -> RasterImages.clean(LogoType.PNG, upload);
            case JPEG -> RasterImages.clean(LogoType.JPEG, upload);
            case SVG -> SvgCleaner.clean(upload);
        };
        Set<LogoRemark> remarks = EnumSet.noneOf(LogoRemark.class);
        remarks.addAll(clean.remarks());
        clean.look().ifPresent(look -> remarks.addAll(look.remarksFor(kind)));
        if (kind == LogoKind.SQUARE
                && (double) Math.max(clean.width(), clean.height()) / Math.min(clean.width(), clean.height())
                        > SQUARE_ENOUGH) {
            remarks.add(LogoRemark.NOT_SQUARE);
        }
        return new LogoFile(
                clean.type(), clean.content(), clean.picture().orElse(null), clean.width(), clean.height(), remarks);
    }

    private static LogoType typeOf(byte[] upload) throws UnusableImage {
        if (startsWith(upload, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return LogoType.PNG;
        }
        if (startsWith(upload, 0, 0xFF, 0xD8, 0xFF)) {
            return LogoType.JPEG;
        }
        if (looksLikeXml(upload)) {
            return LogoType.SVG;
        }
        throw new UnusableImage(notAccepted(nameOfForeignFormat(upload)));
    }

    static String notAccepted(String what) {
        return what + " Upload the logo as JPG, PNG or SVG.";
    }

    private static String nameOfForeignFormat(byte[] upload) {
        if (startsWith(upload, 0, 'G', 'I', 'F', '8')) {
            return "This is a GIF.";
        }
        if (startsWith(upload, 0, 'R', 'I', 'F', 'F') && startsWith(upload, 8, 'W', 'E', 'B', 'P')) {
            return "This is a WebP image.";
        }
        if (startsWith(upload, 0, '%', 'P', 'D', 'F')) {
            return "This is a PDF.";
        }
        if (startsWith(upload, 0, '%', '!')) {
            return "This is an EPS file.";
        }
        if (startsWith(upload, 0, 'B', 'M')) {
            return "This is a BMP image.";
        }
        if (startsWith(upload, 0, 0x1F, 0x8B)) {
            return "This file is compressed (SVGZ).";
        }
        if (startsWith(upload, 0, 'P', 'K', 3, 4)) {
            return "This is a ZIP archive.";
        }
        if (startsWith(upload, 4, 'f', 't', 'y', 'p')) {
            return "This is a HEIC or AVIF image.";
        }
        return "This is not an image we know.";
    }

    private static boolean looksLikeXml(byte[] upload) {
        boolean utf16 = startsWith(upload, 0, 0xFE, 0xFF) || startsWith(upload, 0, 0xFF, 0xFE);
        String head = new String(
                upload, 0, Math.min(upload.length, 256), utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
        String text = startsWith(upload, 0, 0xEF, 0xBB, 0xBF) ? head.substring(3) : head;
        return text.stripLeading().startsWith("<");
    }

    private static boolean startsWith(byte[] content, int from, int... magic) {
        if (content.length < from + magic.length) {
            return false;
        }
        byte[] expected = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            expected[i] = (byte) magic[i];
        }
        return Arrays.equals(content, from, from + magic.length, expected, 0, magic.length);
    }
}
