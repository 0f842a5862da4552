package io.rocketbots.onboarding.launch.branding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An image that has been through {@link LogoIntake} and can be shown: never what was uploaded, byte for byte. */
public final class LogoFile {

    private final LogoType type;
    private final byte[] content;
    private final byte @Nullable [] picture;
    private final int width;
    private final int height;
    private final Set<LogoRemark> remarks;

    LogoFile(LogoType type, byte[] content, byte @Nullable [] picture, int width, int height, Set<LogoRemark> remarks) {
        this.type = type;
        this.content = content;
        this.picture = picture;
        this.width = width;
        this.height = height;
        this.remarks = remarks.isEmpty() ? EnumSet.noneOf(LogoRemark.class) : EnumSet.copyOf(remarks);
    }

    public LogoType type() {
        return type;
    }

    public byte[] content() {
        return content.clone();
    }

    /** The same as PNG or JPG, for mail programs; empty when an SVG could not be drawn here. */
    public Optional<byte[]> picture() {
        return Optional.ofNullable(picture).map(byte[]::clone);
    }

    public int size() {
        return content.length;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public Set<LogoRemark> remarks() {
        return Set.copyOf(remarks);
    }

    /** SHA-256 of the content in hexadecimal: names the file and its version. */
    public String sha() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
