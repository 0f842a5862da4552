package io.rocketbots.onboarding.launch.branding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every upload is answered after little work, whatever it was made to cost; each kind of attack was seen to work once. */
class LogoWorkTest {

    private static final Duration ANSWERED = Duration.ofSeconds(2);

    private static final String CLIP_OF_500 =
            "<clipPath id='m'><path d='M0 0" + "L0 99L99 0L50 99".repeat(170) + "'/></clipPath>";

    private static Duration cpuTimeOf(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    private static byte[] svg(String content) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>" + content + "</svg>").getBytes(UTF_8);
    }

    private static String each(String format, int times) {
        return IntStream.rangeClosed(1, times)
                .mapToObj(i -> format.formatted(i, i - 1))
                .collect(Collectors.joining());
    }

    private static String sheet(String css) {
        return "<style>" + css + "</style><rect width='9' height='9'/>";
    }

    static Stream<Arguments> tooComplicated() {
        String rect = "<rect width='100' height='100'/>";
        return Stream.of(
                        Stream.of(
                                "copies of copies",
                                "<defs><rect id='l0' width='1' height='1'/>"
                                        + each("<g id='l%d'>" + "<use href='#l%2$d'/>".repeat(10) + "</g>", 9)
                                        + "</defs><use href='#l9'/>"),
                        Stream.of(
                                "segments times copies",
                                "<defs><path id='p' d='M0 0" + "h1v1".repeat(50_000) + "'/></defs>"
                                        + "<use href='#p'/>".repeat(200)),
                        Stream.of("long id", "<rect id='" + "a".repeat(40_000) + "' width='9' height='9'/>"),
                        Stream.of("long fill", "<rect fill='" + "a".repeat(20_000) + "' width='9' height='9'/>"),
                        Stream.of("long sheet", sheet("a".repeat(1_900_000))),
                        Stream.of(
                                "rules times elements",
                                sheet(".a{fill:red}".repeat(2_000)) + "<g class='a'/>".repeat(19_000)),
                        Stream.of("all of the area", rect.repeat(19_000)),
                        Stream.of(
                                "all of the area in colors",
                                "<radialGradient id='g'><stop stop-color='#fff'/><stop offset='1'/></radialGradient>"
                                        + rect.replace("/>", " fill='url(#g)'/>")
                                                .repeat(9_000)),
                        Stream.of("all rows of pixels", "<path d='M0 0" + "L0 100L100 0".repeat(20_000) + "'/>"),
                        Stream.of(
                                "curves far away",
                                "<path stroke='red' stroke-width='9' d='M0 0" + "C0 1e9 1e9 0 50 50".repeat(3_000)
                                        + "'/>"),
                        Stream.of("many segments", "<path d='M0 0" + "h1v1".repeat(110_000) + "'/>"),
                        Stream.of(
                                "masks in masks",
                                "<mask id='m'>" + rect.repeat(10) + "</mask>" + "<g mask='url(#m)'>".repeat(15) + rect
                                        + "</g>".repeat(15)),
                        Stream.of(
                                "masks by style",
                                "<style>.a{mask:url(#m)}</style><mask id='m'>" + rect.repeat(100) + "</mask>"
                                        + rect.replace("/>", " class='a'/>").repeat(1_000)),
                        Stream.of(
                                "patterns handed down",
                                "<pattern id='p'>" + rect.repeat(1_000) + "</pattern><g fill='url(#p)'>"
                                        + rect.repeat(1_000) + "</g>"),
                        Stream.of(
                                "markers at corners",
                                "<marker id='k'>" + rect.repeat(100) + "</marker><path marker-mid='url(#k)' d='M0 0"
                                        + "h1v1".repeat(1_000) + "'/>"),
                        Stream.of(
                                "references in a row",
                                "<linearGradient id='g0'/>" + each("<linearGradient id='g%2$d' href='#g%1$d'/>", 9_000)
                                        + "<rect width='9' height='9' fill='url(#g0)'/>"),
                        Stream.of(
                                "namespaces",
                                "<g " + each("xmlns:a%d='u' ", 190) + "><g " + each("xmlns:b%d='u' ", 190) + ">" + rect
                                        + "</g></g>"),
                        Stream.of("long text", "<text>" + "w".repeat(1_000_000) + "</text>"))
                .map(Stream::toList)
                .map(pair -> Arguments.of(pair.get(0), pair.get(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooComplicated")
    void refusesDrawingsThatTakeLong(String name, String content) {
        LogoIntake.takeNow(LogoKind.MAIN, svg("<rect width='9' height='9'/>"));

        assertThat(cpuTimeOf(() -> assertThat(LogoIntake.takeNow(LogoKind.MAIN, svg(content)))
                        .isEqualTo(new LogoIntake.Result.Refused(
                                "This SVG is too complicated for a logo. Simplify it, or upload a PNG."))))
                .as(name)
                .isLessThan(ANSWERED);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("sheet of letters", sheet("a".repeat(40_000)), true),
                Arguments.of("sheet of signs", sheet("@".repeat(90_000)), true),
                Arguments.of("sheet of braces", sheet("a{".repeat(45_000)), true),
                Arguments.of("sheet of comments", sheet("/*".repeat(45_000)), true),
                Arguments.of("sheet of addresses", sheet("a{fill:" + "url( ".repeat(18_000) + "}"), true),
                Arguments.of(
                        "attributes of declarations",
                        ("<rect width='9' height='9' style='" + "fill:a".repeat(3_000) + "'/>").repeat(100),
                        true),
                Arguments.of(
                        "outline of an outline",
                        CLIP_OF_500 + "<rect width='99' height='99' clip-path='url(#m)'/>",
                        false),
                Arguments.of(
                        "many masks",
                        "<mask id='m'><rect width='99' height='99' fill='#fff'/></mask>"
                                + "<rect width='9' height='9' mask='url(#m)'/>".repeat(500),
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void takesWhatOnlyLooksDangerousOrIsNotDrawnHere(String name, String content, boolean drawn) {
        LogoIntake.takeNow(LogoKind.MAIN, svg("<rect width='9' height='9'/>"));

        assertThat(cpuTimeOf(() -> {
                    LogoIntake.Result result = LogoIntake.takeNow(LogoKind.MAIN, svg(content));
                    assertThat(result).isInstanceOf(LogoIntake.Result.Taken.class);
                    assertThat(((LogoIntake.Result.Taken) result)
                                    .file()
                                    .picture()
                                    .isPresent())
                            .isEqualTo(drawn);
                }))
                .as(name)
                .isLessThan(ANSWERED);
    }

    @Test
    void refusesADrawingThatUsesItselfInsideItself() {
        assertThat(LogoIntake.takeNow(LogoKind.MAIN, svg("<g id='a'><use href='#a'/></g>")))
                .isEqualTo(new LogoIntake.Result.Refused(
                        "This SVG uses a part of itself inside that very part. Export it again as plain SVG."));
    }

    /** A progressive JPG that sends its last scan over and over. */
    private static byte[] progressive(int side, int times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(
                    null, new IIOImage(new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] jpg = bytes.toByteArray();
        int scan = jpg.length - 2;
        while ((jpg[scan] & 0xFF) != 0xFF || (jpg[scan + 1] & 0xFF) != 0xDA) {
            scan--;
        }
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        repeated.write(jpg, 0, scan);
        for (int i = 0; i < times && repeated.size() < LogoIntake.MAX_BYTES - jpg.length; i++) {
            repeated.write(jpg, scan, jpg.length - 2 - scan);
        }
        repeated.write(jpg, jpg.length - 2, 2);
        return repeated.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("scans")
    void refusesAJpgOfTooManyScansBeforeItIsDecoded(int side, int scans) {
        LogoIntake.takeNow(LogoKind.MAIN, progressive(16, 1));
        byte[] jpg = progressive(side, scans);

        assertThat(cpuTimeOf(() -> assertThat(LogoIntake.takeNow(LogoKind.MAIN, jpg))
                        .isEqualTo(
                                new LogoIntake.Result.Refused("This JPG is made of more scans or segments than a logo"
                                        + " needs. Save it again, not progressive."))))
                .isLessThan(ANSWERED);
    }

    static Stream<Arguments> scans() {
        return Stream.of(Arguments.of(16, 60_000), Arguments.of(1_000, 60_000), Arguments.of(4_096, 30));
    }

    @Test
    void takesAProgressiveJpgAsItIsUsuallyMade() {
        assertThat(LogoIntake.takeNow(LogoKind.MAIN, progressive(1_000, 1)))
                .isInstanceOf(LogoIntake.Result.Taken.class);
    }

    @Test
    void refusesAJpgOfEmptyComments() {
        byte[] jpg = progressive(16, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpg, 0, 2);
        for (int i = 0; i < 400_000; i++) {
            bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 2});
        }
        bytes.write(jpg, 2, jpg.length - 2);

        assertThat(cpuTimeOf(() -> assertThat(LogoIntake.takeNow(LogoKind.MAIN, bytes.toByteArray()))
                        .isInstanceOf(LogoIntake.Result.Refused.class)))
                .isLessThan(ANSWERED);
    }
}
