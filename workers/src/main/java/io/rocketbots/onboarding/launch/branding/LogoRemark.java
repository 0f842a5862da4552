package io.rocketbots.onboarding.launch.branding;

/** Something about a logo that is allowed and yet worth a second look. */
public enum LogoRemark {
    CLEANED("We removed what a logo may not carry: scripts, links, embedded pictures or foreign content."),
    NOTHING_VISIBLE("We see nothing but transparency in this image."),
    NOT_LIGHT("This does not look white. It may be hard to see on the top bar."),
    NOT_TRANSPARENT("This has no transparent background, so it shows as a box on the top bar."),
    NOT_SQUARE("This is not square, so it gets empty edges where a square is needed.");

    private final String text;

    LogoRemark(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
