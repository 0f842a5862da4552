package io.rocketbots.onboarding.launch.branding;

import com.github.weisj.jsvg.renderer.output.impl.Graphics2DOutput;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/**
 * Draws shapes for as long as a budget lasts, from which each shape is paid before it is drawn: by its segments, by how many
 * rows of pixels they cross, and by its area. So a drawing ends in time, whatever it consists of.
 */
final class MeteredOutput extends Graphics2DOutput {

    /** Thrown out of the middle of a drawing. */
    static final class BudgetSpent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BudgetSpent() {
            super("The drawing takes too long.");
        }
    }

    /** What is left, in nanoseconds of a slow processor, for all outputs of one drawing. */
    static final class Budget {
        private double left;

        Budget(double nanoseconds) {
            this.left = nanoseconds;
        }

        void pay(double nanoseconds) {
            left -= nanoseconds;
            if (!(left >= 0) || Thread.currentThread().isInterrupted()) {
                throw new BudgetSpent();
            }
        }
    }

    private static final double CALL = 2_000;
    private static final double SEGMENT = 150;
    private static final double CROSSED_ROW = 60;
    private static final double PLAIN_PIXEL = 2;
    /** Of a gradient or under a mask. */
    private static final double COSTLY_PIXEL = 25;
    /** A stroke has two sides, ends and joints. */
    private static final double STROKE = 6;

    private static final double SQUARED_SEGMENT = 100;

    private final Graphics2D graphics;
    private final Budget budget;
    private final int width;
    private final int height;

    MeteredOutput(Graphics2D graphics, Budget budget, int width, int height) {
        super(graphics);
        this.graphics = graphics;
        this.budget = budget;
        this.width = width;
        this.height = height;
    }

    @Override
    public void fillShape(Shape shape) {
        budget.pay(cost(shape, 1, 0));
        super.fillShape(shape);
    }

    @Override
    public void drawShape(Shape shape) {
        Rectangle2D one = stroke().createStrokedShape(new Rectangle(0, 0, 0, 0)).getBounds2D();
        AffineTransform transform = transform();
        double scale = Math.hypot(transform.getScaleX(), transform.getShearY())
                + Math.hypot(transform.getScaleY(), transform.getShearX());
        budget.pay(cost(shape, STROKE, one.getHeight() * scale));
        super.drawShape(shape);
    }

    @Override
    public void applyClip(Shape clip) {
        Shape present = graphics.getClip();
        double segments = segments(clip) + (present == null ? 0 : segments(present));
        budget.pay(CALL + SQUARED_SEGMENT * segments * segments);
        super.applyClip(clip);
    }

    @Override
    public MeteredOutput createChild() {
        return new MeteredOutput((Graphics2D) graphics.create(), budget, width, height);
    }

    /** Shapes with a pattern of dashes are never drawn here, so a stroke has as many segments as its shape. */
    private double cost(Shape shape, double factor, double strokeWidth) {
        double[] to = new double[6];
        double segments = 0;
        double rows = 0;
        double pieces = 0;
        double x = 0;
        double y = 0;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (PathIterator path = shape.getPathIterator(transform()); !path.isDone(); path.next()) {
            int values = switch (path.currentSegment(to)) {
                case PathIterator.SEG_CUBICTO -> 6;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CLOSE -> 0;
                default -> 2;
            };
            segments++;
            double farthest = 0;
            for (int i = 0; i < values; i += 2) {
                rows += strokeWidth + Math.abs(inside(to[i + 1], height) - inside(y, height));
                farthest = Math.max(farthest, Math.max(Math.abs(to[i] - x), Math.abs(to[i + 1] - y)));
                x = to[i];
                y = to[i + 1];
                left = Math.min(left, to[i]);
                right = Math.max(right, to[i]);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
            if (values > 2) {
                // A curve becomes lines, the more the larger it is, also where nobody sees it.
                pieces += Math.sqrt(farthest);
            }
        }
        double area = segments == 0
                ? 0
                : (inside(right + strokeWidth, width) - inside(left - strokeWidth, width))
                        * (inside(bottom + strokeWidth, height) - inside(top - strokeWidth, height));
        boolean plain = graphics.getPaint() instanceof Color && !hasMaskedPaint();
        return CALL
                + factor
                        * (SEGMENT * (segments + pieces)
                                + CROSSED_ROW * Math.min(rows, segments * (height + strokeWidth)))
                + (plain ? PLAIN_PIXEL : COSTLY_PIXEL) * area;
    }

    private static double inside(double value, int most) {
        return Math.max(0, Math.min(value, most));
    }

    private static double segments(Shape shape) {
        double segments = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            segments++;
        }
        return segments;
    }
}
