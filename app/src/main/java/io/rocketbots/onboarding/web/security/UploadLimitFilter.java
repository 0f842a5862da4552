package io.rocketbots.onboarding.web.security;

import com.google.re2j.Pattern;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 to what is too large, before anything reads it: the container would drop the fields of such a form and the
 * CSRF token with them, and its sender would be told of missing rights instead. Only signed-in people who import contacts
 * may send more than a form with some pictures.
 */
class UploadLimitFilter extends OncePerRequestFilter {

    private static final Pattern IMPORT = Pattern.compile("/spaces/[^/]+/contacts/imports");
    private static final DataSize USUAL = DataSize.ofMegabytes(32);

    private final DataSize largestImport;

    UploadLimitFilter(DataSize largestImport) {
        this.largestImport = largestImport;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            // No browser sends a form in pieces of which nobody knows how many will come.
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > limitOf(request).toBytes()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private DataSize limitOf(HttpServletRequest request) {
        if (request.getContentLengthLong() <= USUAL.toBytes()) {
            return USUAL;
        }
        boolean imports = IMPORT.matcher(request.getRequestURI()).matches() && isSignedIn();
        return imports ? largestImport : USUAL;
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
