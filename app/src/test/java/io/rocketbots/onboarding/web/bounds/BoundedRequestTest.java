package io.rocketbots.onboarding.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BoundedRequestTest {

    @Test
    void givesABodyThatIsNotTooLarge() throws IOException {
        BoundedRequest request = new BoundedRequest(sending(10), 10);

        assertThat(request.getInputStream().readAllBytes()).hasSize(10);
        assertThat(request.isTooLarge()).isFalse();
    }

    @Test
    void givesItAsTextToo() throws IOException {
        assertThat(new BoundedRequest(sending(10), 10).getReader().readLine()).isEqualTo("aaaaaaaaaa");
    }

    @Test
    void pullsOneByteMoreThanThereMayBeAndNothingOfTheRest() {
        Endless body = new Endless();
        BoundedRequest request = new BoundedRequest(sending(body), 64 * 1024);

        assertThatThrownBy(() -> request.getInputStream().readAllBytes()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> request.getInputStream().read()).isInstanceOf(IOException.class);

        assertThat(request.isTooLarge()).isTrue();
        assertThat(body.pulled).isEqualTo(64 * 1024 + 1);
    }

    private static MockHttpServletRequest sending(int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent("a".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
        return request;
    }

    private static MockHttpServletRequest sending(ServletInputStream body) {
        return new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return body;
            }
        };
    }

    /** Counts what is read of it. */
    private static final class Endless extends ServletInputStream {

        private long pulled;

        @Override
        public int read() {
            pulled++;
            return 'a';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            pulled += most;
            return most;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
