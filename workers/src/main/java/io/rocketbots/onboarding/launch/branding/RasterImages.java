package io.rocketbots.onboarding.launch.branding;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Draws JPG and PNG images anew: pixels survive, anything else that was in the file does not. */
final class RasterImages {

    private static final float JPEG_QUALITY = 0.92f;

    /** A decoded image takes up to 64 MiB, so only a few at a time. */
    private static final Semaphore DECODING = new Semaphore(2);

    private RasterImages() {}

    static Redrawn clean(LogoType type, byte[] upload) throws UnusableImage {
        DECODING.acquireUninterruptibly();
        try {
            BufferedImage image = redrawn(type, decoded(type, upload));
            byte[] content = encoded(type, image);
            return new Redrawn(
                    type,
                    content,
                    Optional.of(content),
                    image.getWidth(),
                    image.getHeight(),
                    Optional.of(ImageLook.of(image)),
                    Set.of());
        } finally {
            DECODING.release();
        }
    }

    static byte[] png(BufferedImage image) {
        return encoded(LogoType.PNG, image);
    }

    private static BufferedImage decoded(LogoType type, byte[] upload) throws UnusableImage {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.contentType());
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            if (type == LogoType.JPEG) {
                JpegScans.refuseTooMany(upload, 1);
            }
            // Without metadata the compressed texts of a PNG are never inflated.
            reader.setInput(input, true, true);
            // The header says how large the image is before a pixel is decoded.
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LogoIntake.MAX_PIXELS_PER_SIDE || height > LogoIntake.MAX_PIXELS_PER_SIDE) {
                throw new UnusableImage(
                        "This image is %d x %d pixels. At most 4096 x 4096 are accepted.".formatted(width, height));
            }
            if (type == LogoType.JPEG) {
                JpegScans.refuseTooMany(upload, (long) width * height);
            }
            return type == LogoType.JPEG ? upright(upload) : reader.read(0);
        } catch (IOException | RuntimeException e) {
            // The readers answer broken files with all kinds of runtime exceptions.
            throw new UnusableImage(
                    type == LogoType.JPEG
                            ? "This JPG cannot be read. Save it again as RGB (not CMYK) and upload it."
                            : "This PNG cannot be read. It may be damaged: save it again and upload it.",
                    e);
        } finally {
            reader.dispose();
        }
    }

    /** Phones store a picture as the sensor saw it and note how to hold it, in Exif, which does not survive here. */
    private static BufferedImage upright(byte[] jpg) throws IOException {
        return Thumbnails.of(new ByteArrayInputStream(jpg))
                .scale(1)
                .useExifOrientation(true)
                .asBufferedImage();
    }

    private static BufferedImage redrawn(LogoType type, BufferedImage image) {
        BufferedImage fresh = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                type == LogoType.JPEG || !image.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_RGB
                        : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = fresh.createGraphics();
        if (!fresh.getColorModel().hasAlpha()) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, fresh.getWidth(), fresh.getHeight());
        }
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return fresh;
    }

    private static byte[] encoded(LogoType type, BufferedImage image) {
        ImageWriter writer =
                ImageIO.getImageWritersByMIMEType(type.contentType()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (type == LogoType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException("An image that was just drawn could not be encoded.", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
