package io.rocketbots.onboarding.web.bounds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/**
 * Answers what brings too much. A browser reads no answer before its upload is over, so an upload is thrown away to its end,
 * up to a bound; what a program sends is not: its connection ends.
 */
final class Refusal {

    private static final long MOST = DataSize.ofMegabytes(128).toBytes();
    private static final int AT_ONCE = 64 * 1024;

    private Refusal() {}

    static void send(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // Whoever sent it has left in the middle.
            return;
        }
        response.sendError(status);
        boolean waitsForOurWord = request.getHeader(HttpHeaders.EXPECT) != null;
        if (RequestBounds.isMultipart(request) && !waitsForOurWord) {
            try {
                discard(request.getInputStream(), MOST);
            } catch (IOException gone) {
                // Nobody waits for the answer any more.
            }
        }
    }

    /**
     * Reads and forgets what is left of a body.
     *
     * @param most bytes to read; somewhat more are read before it is noticed
     * @return whether the body has ended
     */
    static boolean discard(InputStream body, long most) throws IOException {
        byte[] some = new byte[AT_ONCE];
        long discarded = 0;
        int read = body.read(some);
        while (read >= 0 && discarded <= most) {
            discarded += read;
            read = body.read(some);
        }
        return read < 0;
    }
}
