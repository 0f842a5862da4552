package io.rocketbots.onboarding.web.suspension;

import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * While its platform is closed for now, a reseller's module can be read and nothing else: one place for all of its
 * forms, present and future ones.
 */
@Component
class ReadOnlyModule implements HandlerInterceptor, WebMvcConfigurer {

    /** What a reseller who is about to leave can still do: stay. */
    private static final String STAY = "/reseller/offboarding/withdraw";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ModulePage page;

    ReadOnlyModule(ModulePage page) {
        this.page = page;
    }

    /** Something was to be changed. */
    static final class Refused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Refused(Reseller reseller) {
            super("Reseller %s is %s and changes nothing."
                    .formatted(reseller.id().value(), reseller.state()));
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/reseller", "/reseller/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod()) && !request.getRequestURI().equals(STAY)) {
            current()
                    .flatMap(page::resellerOf)
                    .filter(reseller -> reseller.state().isClosedForNow())
                    .ifPresent(reseller -> {
                        throw new Refused(reseller);
                    });
        }
        return true;
    }

    private static Optional<CurrentAccount> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentAccount account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** Says it in words. */
    @ControllerAdvice
    static class Words {

        @ExceptionHandler
        ModelAndView answer(Refused refused, HttpServletRequest request, HttpServletResponse response, Model model) {
            if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", "/reseller");
            }
            return new ModelAndView("suspension/read-only", model.asMap(), HttpStatus.CONFLICT);
        }
    }
}
