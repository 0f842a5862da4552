package io.rocketbots.onboarding.launch.branding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import io.rocketbots.onboarding.launch.branding.MeteredOutput.Budget;
import io.rocketbots.onboarding.launch.branding.MeteredOutput.BudgetSpent;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cleaned SVG drawn to pixels: to see what it looks like, and for mail programs, most of which show no SVG.
 *
 * @param image empty when it could not be drawn here, say for want of fonts; browsers may still show it
 */
record SvgPicture(Optional<BufferedImage> image) {

    private static final Logger LOG = LoggerFactory.getLogger(SvgPicture.class);
    private static final int LONGER_SIDE = 512;
    private static final int MAX_NESTING = 120;
    private static final int MAX_COPIES_IN_COPIES = 8;
    private static final int MAX_POINTS = 500_000;

    /** What could take for ever or all memory to draw: dashes without number, tiles and blurs of any size. */
    private static final List<String> COSTLY = List.of("dasharray", "<pattern", "<filter", "<marker");

    /** In nanoseconds. */
    private static final double BUDGET = 800_000_000;

    /** Draws what {@link SvgCleaner} wrote. */
    static SvgPicture draw(String svg, double width, double height) throws UnusableImage {
        if (COSTLY.stream().anyMatch(svg::contains)) {
            return new SvgPicture(Optional.empty());
        }
        double scale = LONGER_SIDE / Math.max(width, height);
        int wide = (int) Math.max(1, Math.round(width * scale));
        int high = (int) Math.max(1, Math.round(height * scale));
        try {
            SVGDocument document = new SVGLoader()
                    .load(
                            new ByteArrayInputStream(svg.getBytes(UTF_8)),
                            null,
                            LoaderContext.builder()
                                    .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                                    .documentLimits(new DocumentLimits(MAX_NESTING, MAX_COPIES_IN_COPIES, MAX_POINTS))
                                    .build());
            if (document == null) {
                return new SvgPicture(Optional.empty());
            }
            BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.renderWithPlatform(
                    NullPlatformSupport.INSTANCE,
                    new MeteredOutput(graphics, new Budget(BUDGET), wide, high),
                    new ViewBox(wide, high));
            graphics.dispose();
            return new SvgPicture(Optional.of(image));
        } catch (BudgetSpent tooMuch) {
            throw SvgWork.tooComplicated();
        } catch (RuntimeException | LinkageError e) {
            // Fonts are native libraries, which a slim Java may lack.
            LOG.info("An uploaded SVG could not be drawn; it is taken without a look at its colours.", e);
            return new SvgPicture(Optional.empty());
        }
    }

    Optional<ImageLook> look() {
        return image.map(ImageLook::of);
    }
}
