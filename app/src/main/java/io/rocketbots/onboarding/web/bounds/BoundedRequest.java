package io.rocketbots.onboarding.web.bounds;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request whose body ends in a fault once more has been read of it than it may have. */
class BoundedRequest extends HttpServletRequestWrapper {

    private final long most;
    private @Nullable Bounded body;

    /**
     * Bounds the body of that request.
     *
     * @param most bytes
     */
    BoundedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    /** Whether more came than may. */
    boolean isTooLarge() {
        return body != null && body.left < 0;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Bounded(super.getInputStream(), most);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset = Optional.ofNullable(getCharacterEncoding())
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        Bounded(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /** Asks for one byte more than there may be, to see that there is. */
        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left < 0) {
                throw new IOException("The body is larger than the address takes.");
            }
            int read = body.read(into, from, (int) Math.min(most, left + 1));
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("The body is larger than the address takes.");
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Bodies are read in one go.");
        }
    }
}
