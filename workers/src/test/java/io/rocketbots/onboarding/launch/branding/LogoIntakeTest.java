package io.rocketbots.onboarding.launch.branding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoIntakeTest {

    private static byte[] image(String format, int width, int height, Color color) {
        BufferedImage image = new BufferedImage(
                width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static LogoFile taken(LogoKind kind, byte[] upload) {
        LogoIntake.Result result = LogoIntake.take(kind, upload);
        assertThat(result).isInstanceOf(LogoIntake.Result.Taken.class);
        return ((LogoIntake.Result.Taken) result).file();
    }

    private static String refused(byte[] upload) {
        LogoIntake.Result result = LogoIntake.take(LogoKind.MAIN, upload);
        assertThat(result).isInstanceOf(LogoIntake.Result.Refused.class);
        return ((LogoIntake.Result.Refused) result).why();
    }

    private static byte[] pngChunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(ISO_8859_1));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(ISO_8859_1))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A PNG with one chunk put in right behind its header. */
    private static byte[] withChunk(byte[] png, byte[] chunk) {
        int behindHeader = 8 + 25;
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, behindHeader)
                .put(chunk)
                .put(png, behindHeader, png.length - behindHeader)
                .array();
    }

    /** What inflates to 1.5 GB: ten megabytes of zeros, deflated once and then again and again. */
    private static byte[] deflatedZeros() {
        Deflater deflater = new Deflater();
        byte[] zeros = new byte[10_000_000];
        byte[] buffer = new byte[100_000];
        deflater.setInput(zeros);
        byte[] first = Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH));
        deflater.setInput(zeros);
        int length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        deflater.end();
        ByteBuffer bytes = ByteBuffer.allocate(first.length + 149 * length).put(first);
        IntStream.range(0, 149).forEach(i -> bytes.put(buffer, 0, length));
        return bytes.array();
    }

    @Test
    void takesAPng() {
        LogoFile logo = taken(LogoKind.MAIN, image("png", 120, 40, Color.BLUE));

        assertThat(logo.type()).isEqualTo(LogoType.PNG);
        assertThat(logo.width()).isEqualTo(120);
        assertThat(logo.height()).isEqualTo(40);
        assertThat(logo.remarks()).isEmpty();
    }

    @Test
    void takesAJpg() {
        assertThat(taken(LogoKind.MAIN, image("jpg", 120, 40, Color.BLUE)).type())
                .isEqualTo(LogoType.JPEG);
    }

    @Test
    void keepsThePixels() throws Exception {
        LogoFile logo = taken(LogoKind.MAIN, image("png", 40, 40, new Color(10, 200, 30)));

        BufferedImage again = ImageIO.read(new ByteArrayInputStream(logo.content()));

        assertThat(new Color(again.getRGB(20, 20))).isEqualTo(new Color(10, 200, 30));
        assertThat(again.getRGB(0, 0) >>> 24).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GIF89a..., This is a GIF.",
        "RIFF....WEBPVP8 , This is a WebP image.",
        "%PDF-1.7, This is a PDF.",
        "....ftypheic, This is a HEIC or AVIF image.",
        "BM......, This is a BMP image.",
        "#!/bin/sh, This is not an image we know.",
    })
    void refusesOtherFormatsByTheirContent(String content, String why) {
        assertThat(refused(content.getBytes(ISO_8859_1))).isEqualTo(why + " Upload the logo as JPG, PNG or SVG.");
    }

    @Test
    void refusesACompressedSvg() {
        assertThat(refused(new byte[] {0x1F, (byte) 0x8B, 8, 0}))
                .isEqualTo("This file is compressed (SVGZ). Upload the logo as JPG, PNG or SVG.");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(refused(new byte[0])).isEqualTo("This file is empty.");
    }

    @Test
    void refusesMoreThanTwoMebibytes() {
        byte[] padded = join(image("png", 10, 10, Color.RED), new byte[LogoIntake.MAX_BYTES]);

        assertThat(refused(padded)).startsWith("This file is larger than 2 MiB.");
    }

    @Test
    void refusesMoreThan4096PixelsASide() {
        assertThat(refused(image("png", 4097, 1, Color.RED)))
                .isEqualTo("This image is 4097 x 1 pixels. At most 4096 x 4096 are accepted.");
    }

    @Test
    void refusesAPixelBombByItsHeader() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        byte[] bomb = join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                join(pngChunk("IHDR", header), pngChunk("IDAT", new byte[0])));

        assertThat(refused(bomb)).startsWith("This image is 60000 x 60000 pixels.");
    }

    @Test
    void neverInflatesTheTextsOfAPng() {
        byte[] bombText = join("bomb\0\0".getBytes(ISO_8859_1), deflatedZeros());
        byte[] upload = withChunk(image("png", 10, 10, Color.RED), pngChunk("zTXt", bombText));

        assertThat(taken(LogoKind.MAIN, upload).size()).isLessThan(1000);
    }

    @Test
    void dropsWhatIsGluedBehindAnImage() {
        byte[] polyglot = join(image("png", 10, 10, Color.RED), "<script>alert(1)</script>PK\3\4".getBytes(UTF_8));

        LogoFile logo = taken(LogoKind.MAIN, polyglot);

        assertThat(new String(logo.content(), ISO_8859_1)).doesNotContain("script", "PK\3\4");
    }

    @Test
    void dropsACommentInsideAJpg() {
        byte[] jpg = image("jpg", 10, 10, Color.RED);
        byte[] comment = "*/=alert(1);/*".getBytes(ISO_8859_1);
        byte[] polyglot = ByteBuffer.allocate(jpg.length + comment.length + 4)
                .put(jpg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xFE)
                .putShort((short) (comment.length + 2))
                .put(comment)
                .put(jpg, 2, jpg.length - 2)
                .array();

        assertThat(new String(taken(LogoKind.MAIN, polyglot).content(), ISO_8859_1))
                .doesNotContain("alert");
    }

    /** The corner that is red as the file stores it, and the one where a person must see it. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 20, left, top",
        "2, 40, 20, right, top",
        "3, 40, 20, right, bottom",
        "4, 40, 20, left, bottom",
        "5, 20, 40, left, top",
        "6, 20, 40, right, top",
        "7, 20, 40, right, bottom",
        "8, 20, 40, left, bottom"
    })
    void turnsAJpgTheWayItIsMeantToBeHeld(int orientation, int width, int height, String side, String end)
            throws Exception {
        byte[] upload = withOrientation(jpgWithARedCorner(), orientation);

        LogoFile file = taken(LogoKind.MAIN, upload);

        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(file.content()));
        assertThat(new int[] {file.width(), file.height(), seen.getWidth(), seen.getHeight()})
                .containsExactly(width, height, width, height);
        int x = side.equals("left") ? 3 : width - 4;
        int y = end.equals("top") ? 3 : height - 4;
        assertThat(new Color(seen.getRGB(x, y)).getBlue()).isLessThan(80);
        assertThat(new Color(seen.getRGB(width - 1 - x, y)).getBlue()).isGreaterThan(180);
        assertThat(new Color(seen.getRGB(x, height - 1 - y)).getBlue()).isGreaterThan(180);
        assertThat(new String(file.content(), ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void takesAJpgWhoseNoteOnHowToHoldItIsBroken() {
        byte[] upload = withSegment(jpgWithARedCorner(), "Exif\0\0MM\0*\u00ff\u00ff\u00ff\u00ff".getBytes(ISO_8859_1));

        assertThat(taken(LogoKind.MAIN, upload).width()).isEqualTo(40);
    }

    /** 40 x 20 white pixels, the upper left quarter red. */
    private static byte[] jpgWithARedCorner() {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 40, 20);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 20, 10);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** The Exif tag 0x0112, a short, in the one directory of a big-endian TIFF header. */
    private static byte[] withOrientation(byte[] jpg, int orientation) {
        byte[] tiff = ByteBuffer.allocate(26)
                .put("MM".getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return withSegment(jpg, join("Exif\0\0".getBytes(ISO_8859_1), tiff));
    }

    /** A JPG with an application segment put in right behind its beginning. */
    private static byte[] withSegment(byte[] jpg, byte[] data) {
        return ByteBuffer.allocate(jpg.length + 4 + data.length)
                .put(jpg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + data.length))
                .put(data)
                .put(jpg, 2, jpg.length - 2)
                .array();
    }

    @Test
    void refusesHtmlThatBeginsLikeAnImage() {
        byte[] polyglot = join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                "<script>alert(1)</script>".getBytes(UTF_8));

        assertThat(refused(polyglot)).startsWith("This PNG cannot be read.");
    }

    @Test
    void refusesADamagedJpg() {
        byte[] jpg = image("jpg", 100, 100, Color.RED);

        assertThat(refused(Arrays.copyOf(jpg, 60))).startsWith("This JPG cannot be read.");
    }

    @Test
    void remarksThatAWhiteLogoIsDark() {
        assertThat(taken(LogoKind.WHITE, image("png", 60, 60, Color.BLUE)).remarks())
                .containsExactly(LogoRemark.NOT_LIGHT);
        assertThat(taken(LogoKind.WHITE, image("png", 60, 60, Color.WHITE)).remarks())
                .isEmpty();
    }

    @Test
    void remarksThatAWhiteSvgIsDark() {
        String dark = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4'/></svg>";
        String white = dark.replace("<circle", "<circle fill='#fff'");

        assertThat(taken(LogoKind.WHITE, dark.getBytes(UTF_8)).remarks()).containsExactly(LogoRemark.NOT_LIGHT);
        assertThat(taken(LogoKind.WHITE, white.getBytes(UTF_8)).remarks()).isEmpty();
    }

    @Test
    void remarksThatAWhiteLogoHasABox() {
        assertThat(taken(LogoKind.WHITE, image("jpg", 60, 60, Color.WHITE)).remarks())
                .contains(LogoRemark.NOT_TRANSPARENT);
    }

    @Test
    void remarksThatASquareLogoIsNotSquare() {
        assertThat(taken(LogoKind.SQUARE, image("png", 120, 40, Color.RED)).remarks())
                .containsExactly(LogoRemark.NOT_SQUARE);
        assertThat(taken(LogoKind.SQUARE, image("png", 60, 61, Color.RED)).remarks())
                .isEmpty();
    }

    @Test
    void remarksThatNothingIsVisible() {
        assertThat(taken(LogoKind.MAIN, image("png", 60, 60, new Color(0, 0, 0, 0)))
                        .remarks())
                .containsExactly(LogoRemark.NOTHING_VISIBLE);
    }

    @Test
    void givesMailProgramsAPictureOfAnSvg() throws Exception {
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><rect width='20' height='10' fill='red'/></svg>";

        byte[] picture = taken(LogoKind.MAIN, svg.getBytes(UTF_8)).picture().orElseThrow();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(image.getWidth()).isEqualTo(512);
        assertThat(image.getHeight()).isEqualTo(256);
        assertThat(new Color(image.getRGB(256, 128))).isEqualTo(Color.RED);
    }
}
