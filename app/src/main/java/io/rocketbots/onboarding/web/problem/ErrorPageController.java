package io.rocketbots.onboarding.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says on a page what did not work, whatever kind of answer was asked for; the API has its problems instead. */
@Controller
class ErrorPageController implements ErrorController {

    /** Never shown: secrets, and what a page puts into its forms by itself. */
    private static final Pattern HIDDEN = Pattern.compile("(?i)csrf|password|token|secret|code|version|^back$");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}");
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    /** Words of one's own are longer; what is chosen from a list is not worth to be copied. */
    private static final int SHORT = 3;

    /** What somebody typed into a field. */
    public record Typed(String field, String text) {}

    @RequestMapping("/error")
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        response.setStatus(status);
        model.addAttribute("status", status);
        if (status == HttpStatus.CONFLICT.value() || status == HttpStatus.FORBIDDEN.value()) {
            model.addAttribute("typed", typed(request));
        }
        model.addAttribute("staleForm", request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException);
        return "error";
    }

    /** The texts of the form that was refused, to be copied from there; what a page put into it by itself is left out. */
    private static List<Typed> typed(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !HIDDEN.matcher(field.getKey()).find())
                .flatMap(field -> Arrays.stream(field.getValue()).map(text -> new Typed(words(field.getKey()), text)))
                .filter(field -> field.text().contains(" ") || field.text().length() > SHORT)
                .filter(field -> !ID.matcher(field.text()).matches())
                .toList();
    }

    /** {@code supportEmail} is "Support email" to people. */
    private static String words(String name) {
        String words = CAPITAL.matcher(name).replaceAll(" $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
