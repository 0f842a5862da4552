package io.rocketbots.onboarding.launch.branding;

/** The image formats a logo can have. */
public enum LogoType {
    PNG("image/png"),
    JPEG("image/jpeg"),
    SVG("image/svg+xml");

    private final String contentType;

    LogoType(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }
}
