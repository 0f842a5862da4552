package io.rocketbots.onboarding.web.submission;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent. Two that are the same in all they hold are two presses of one button: each page that is shown has a
 * CSRF token of its own, which its forms bring along.
 *
 * @param id what it is found by
 * @param secret what its answer is sealed with; it does not follow from the id
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record Submission(String id, byte[] secret) {

    private static final int CHUNK = 64 * 1024;

    static Submission of(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest content = sha256();
        add(content, request.getServerName());
        add(content, request.getMethod());
        add(content, request.getRequestURI());
        add(content, request.getQueryString());
        add(content, request.getRequestedSessionId());
        add(content, request.getHeader("X-CSRF-TOKEN"));
        add(content, request.getHeader("HX-Request"));
        add(content, request.getHeader("HX-Target"));
        request.getParameterMap().forEach((name, values) -> {
            add(content, name);
            for (String value : values) {
                add(content, value);
            }
        });
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/form-data")) {
            for (Part part : request.getParts()) {
                add(content, part);
            }
        }
        byte[] digest = content.digest();
        return new Submission(HexFormat.of().formatHex(derived(digest, "id")), derived(digest, "secret"));
    }

    private static void add(MessageDigest content, @Nullable String text) {
        byte[] bytes = Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
        content.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        content.update(bytes);
    }

    private static void add(MessageDigest content, Part part) throws IOException {
        if (part.getSubmittedFileName() == null) {
            return;
        }
        add(content, part.getName());
        add(content, part.getSubmittedFileName());
        add(content, Long.toString(part.getSize()));
        try (InputStream file = part.getInputStream()) {
            byte[] chunk = new byte[CHUNK];
            for (int read = file.read(chunk); read >= 0; read = file.read(chunk)) {
                content.update(chunk, 0, read);
            }
        }
    }

    private static byte[] derived(byte[] digest, String what) {
        MessageDigest derived = sha256();
        derived.update(what.getBytes(StandardCharsets.UTF_8));
        return derived.digest(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Press[" + id + "]";
    }
}
