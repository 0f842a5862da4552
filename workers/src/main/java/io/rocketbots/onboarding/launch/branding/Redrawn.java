package io.rocketbots.onboarding.launch.branding;

import java.util.Optional;
import java.util.Set;

/**
 * An image after cleaning, of whatever type.
 *
 * @param picture the same as a raster image, for mail programs; empty when it could not be drawn
 * @param look empty when it could not be drawn
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one method call and is never compared
record Redrawn(
        LogoType type,
        byte[] content,
        Optional<byte[]> picture,
        int width,
        int height,
        Optional<ImageLook> look,
        Set<LogoRemark> remarks) {}
