package io.rocketbots.onboarding.launch.branding;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an image looks like from a distance.
 *
 * @param coverage how much of it is not transparent, 0 to 1
 * @param lightness how light that is, 0 (black) to 1 (white)
 */
record ImageLook(double coverage, double lightness) {

    private static final int SIDE = 128;
    private static final double NOTHING = 0.002;
    private static final double ALL = 0.995;
    private static final double LIGHT = 0.85;

    static ImageLook of(BufferedImage image) {
        BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        double alphas = 0;
        double light = 0;
        for (int pixel : small.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE)) {
            double alpha = (pixel >>> 24) / 255.0;
            alphas += alpha;
            light += alpha
                    * (0.2126 * (pixel >> 16 & 0xFF) + 0.7152 * (pixel >> 8 & 0xFF) + 0.0722 * (pixel & 0xFF))
                    / 255.0;
        }
        return new ImageLook(alphas / (SIDE * SIDE), alphas == 0 ? 0 : light / alphas);
    }

    Set<LogoRemark> remarksFor(LogoKind kind) {
        Set<LogoRemark> remarks = EnumSet.noneOf(LogoRemark.class);
        if (coverage < NOTHING) {
            remarks.add(LogoRemark.NOTHING_VISIBLE);
        } else if (kind == LogoKind.WHITE) {
            if (coverage > ALL) {
                remarks.add(LogoRemark.NOT_TRANSPARENT);
            }
            if (lightness < LIGHT) {
                remarks.add(LogoRemark.NOT_LIGHT);
            }
        }
        return remarks;
    }
}
