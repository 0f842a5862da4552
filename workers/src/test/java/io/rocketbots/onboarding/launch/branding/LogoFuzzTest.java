package io.rocketbots.onboarding.launch.branding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is uploaded as a logo is either refused in words or drawn anew, with nothing in it that runs or asks others. */
class LogoFuzzTest {

    /** What an upload may take before it is given up, which would be an answer, too. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Pattern FOREIGN_URL = Pattern.compile("url\\(\\s*['\"]?(?!#)", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @MethodSource("drawings")
    void leavesInAnSvgOnlyWhatDraws(byte[] upload) throws XMLStreamException, UnusableImage {
        long begin = System.nanoTime();
        byte[] clean;
        try {
            clean = SvgCleaner.clean(upload).content();
        } catch (UnusableImage refused) {
            assertThat(refused.why()).isNotBlank().hasSizeLessThan(300);
            return;
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        }
        assertThat(clean.length).isLessThan(10 * upload.length + 1000);
        drawsOnly(clean);
        assertThat(new String(SvgCleaner.clean(clean).content(), UTF_8))
                .as("Cleaned once more")
                .isEqualTo(new String(clean, UTF_8));
    }

    @MethodSource("drawings")
    @FuzzTest(maxDuration = "10m")
    void fuzzDrawings(byte[] upload) throws XMLStreamException, UnusableImage {
        leavesInAnSvgOnlyWhatDraws(upload);
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void takesOrRefusesAnyFile(byte[] upload) {
        long begin = System.nanoTime();
        switch (LogoIntake.takeNow(LogoKind.SQUARE, upload)) {
            case LogoIntake.Result.Taken(LogoFile file) -> {
                assertThat(file.width()).isBetween(1, LogoIntake.MAX_PIXELS_PER_SIDE);
                assertThat(file.height()).isBetween(1, LogoIntake.MAX_PIXELS_PER_SIDE);
                assertThat(file.content()).isNotEmpty();
            }
            case LogoIntake.Result.Refused(String why) ->
                assertThat(why).isNotBlank().hasSizeLessThan(300);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @MethodSource("uploads")
    @FuzzTest(maxDuration = "10m")
    void fuzzUploads(byte[] upload) {
        takesOrRefusesAnyFile(upload);
    }

    private static void drawsOnly(byte[] svg) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(svg), "UTF-8");
        boolean inStyle = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    assertThat(reader.getNamespaceURI()).isEqualTo(SVG);
                    assertThat(reader.getLocalName().toLowerCase(Locale.ROOT))
                            .isNotIn("script", "foreignobject", "image", "iframe", "animate", "set", "a");
                    inStyle = reader.getLocalName().equals("style");
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        harmless(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (inStyle) {
                        assertThat(reader.getText()).doesNotContain("@", "\\").doesNotContainPattern(FOREIGN_URL);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> inStyle = false;
                case XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.DTD ->
                    throw new AssertionError("Draws nothing, and is there all the same");
                default -> {}
            }
        }
    }

    private static void harmless(String name, String value) {
        assertThat(name.toLowerCase(Locale.ROOT)).doesNotStartWith("on").isNotEqualTo("src");
        if (name.equals("href")) {
            assertThat(value).startsWith("#");
        }
        assertThat(value).doesNotContainIgnoringCase("javascript:").doesNotContainPattern(FOREIGN_URL);
    }

    static Stream<byte[]> drawings() {
        return Stream.of(
                        "<rect width='10' height='10' fill='#0D6EFD'/>",
                        "<style>.a{fill:url(#b)} @import 'x'; rect > .b { stroke : red }</style><rect class='a'/>",
                        "<defs><linearGradient id='b'><stop offset='0' stop-color='red'/></linearGradient></defs>"
                                + "<path d='M0 0 L10 10 C1 2 3 4 5 6 Z' style='fill:url(#b);stroke:#fff'/>",
                        "<script>alert(1)</script><a xlink:href='javascript:alert(1)'><circle r='5' onload='x'/></a>",
                        "<g id='g'><text x='1' y='9' font-size='4'>Acme &amp; <tspan>Co</tspan></text></g>"
                                + "<use xlink:href='#g' x='2'/><use href='https://evil.example/#a'/>",
                        "<clipPath id='c'><circle cx='5' cy='5' r='5'/></clipPath><mask id='m'/>"
                                + "<filter id='f'><feGaussianBlur stdDeviation='1'/></filter>"
                                + "<rect width='9' height='9' clip-path='url(#c)' filter='url(#f)' mask='url(#m)'/>",
                        "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject><line x2='3'/>",
                        "<?xml-stylesheet href='https://evil.example'?><!-- c --><![CDATA[x]]><polygon points='0,0 1,1'/>")
                .map(content -> "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                        + " viewBox='0 0 10 10' width='10px'>" + content + "</svg>")
                .map(svg -> svg.getBytes(UTF_8));
    }

    static Stream<byte[]> uploads() throws IOException {
        return Stream.concat(Stream.of(picture("png"), picture("jpeg"), new byte[0]), drawings());
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(12, 10, BufferedImage.TYPE_INT_RGB), format, file);
        return file.toByteArray();
    }
}
