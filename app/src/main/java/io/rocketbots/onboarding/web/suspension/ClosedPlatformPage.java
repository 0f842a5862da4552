package io.rocketbots.onboarding.web.suspension;

import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.PlatformBrands;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.branding.PlatformDress;
import io.rocketbots.onboarding.web.security.ClosedPlatform;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;
import tools.jackson.databind.ObjectMapper;

/**
 * The notice on a platform that is closed for now, in its brand and without a word about the supplier or the reason,
 * which is between the two of them.
 */
@Component
class ClosedPlatformPage implements ClosedPlatform {

    private static final String WORDS = "This platform is not available at the moment.";

    private final Resellers resellers;
    private final PlatformDress dress;
    private final PlatformBrands brands;
    private final FreeMarkerViewResolver views;
    private final ObjectMapper json;

    ClosedPlatformPage(
            Resellers resellers,
            PlatformDress dress,
            PlatformBrands brands,
            FreeMarkerViewResolver views,
            ObjectMapper json) {
        this.resellers = resellers;
        this.dress = dress;
        this.brands = brands;
        this.views = views;
        this.json = json;
    }

    @Override
    public boolean isClosed(Platform platform) {
        return platform.reseller()
                .flatMap(resellers::findById)
                .map(Reseller::state)
                .filter(state -> state.isClosedForNow() || state.isOver())
                .isPresent();
    }

    @Override
    public void answer(Platform platform, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.getRequestURI().startsWith("/api/")) {
            problem(response);
        } else if (request.getHeader("HX-Request") != null) {
            // A page that was open before shows the notice as soon as it asks for anything.
            response.setHeader("HX-Redirect", "/");
        } else {
            page(platform, request, response);
        }
    }

    private void problem(HttpServletResponse response) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, WORDS);
        problem.setTitle("Platform not available");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private void page(Platform platform, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Brand brand = brands.of(platform.reseller().orElseThrow()).chosen();
        Map<String, Object> model = new HashMap<>(dress.of(platform));
        model.put("platform", platform);
        if (brand.supportEmail() != null) {
            model.put("supportEmail", brand.supportEmail());
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            View notice = Objects.requireNonNull(views.resolveViewName("suspension/notice", Locale.ENGLISH));
            notice.render(model, request, response);
        } catch (IOException | RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new ServletException("The notice of a closed platform could not be shown.", fault);
        }
    }
}
