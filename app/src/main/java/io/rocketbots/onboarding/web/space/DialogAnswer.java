package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.SpaceRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Answers a dialog of the Reseller Module: inside the open page when its script asked, else as a page of its own. */
public final class DialogAnswer {

    private static final String MODULE = "/reseller";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final boolean inPlace;

    private DialogAnswer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        this.inPlace = request.getHeader("HX-Request") != null;
    }

    /** The dialog as it is opened. */
    ModelAndView show(SpaceDialog dialog) {
        return view(dialog);
    }

    /** The dialog once more, with what is wrong at its fields. */
    ModelAndView faulty(SpaceDialog dialog) {
        return again(dialog, HttpStatus.BAD_REQUEST);
    }

    /** The dialog once more, since what it changes is not any more as the reader saw it. */
    ModelAndView overtaken(SpaceDialog dialog) {
        return again(dialog, HttpStatus.CONFLICT);
    }

    /** What the dialog does, or the dialog once more with the reason why it cannot be done. */
    ModelAndView unlessRefused(SpaceDialog dialog, Supplier<ModelAndView> answer) {
        try {
            return answer.get();
        } catch (SpaceRefused refused) {
            return again(dialog.refused(refused.reason()), HttpStatus.CONFLICT);
        }
    }

    /** Back to the module, which tells what was done. */
    public ModelAndView done(String said) {
        RequestContextUtils.getOutputFlashMap(request).put(SpacesSection.SAID, said);
        if (!inPlace) {
            return new ModelAndView("redirect:" + MODULE + "#spaces");
        }
        RequestContextUtils.saveOutputFlashMap(MODULE, request, response);
        // The script loads the module again.
        response.setHeader("HX-Trigger", "module-changed");
        ModelAndView nothing = new ModelAndView("space/_done");
        nothing.setStatus(HttpStatus.OK);
        return nothing;
    }

    private ModelAndView again(SpaceDialog dialog, HttpStatus status) {
        // A refusal is shown in place too, which htmx does only when told.
        response.setHeader("HX-Reswap", "innerHTML");
        ModelAndView view = view(dialog);
        view.setStatus(status);
        return view;
    }

    private ModelAndView view(SpaceDialog dialog) {
        return new ModelAndView(
                inPlace ? "space/_dialog" : "space/dialog", Map.of("dialog", dialog, "inPlace", inPlace));
    }

    /** Fills an argument of this type. */
    @Component
    static class Argument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == DialogAnswer.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return new DialogAnswer(
                    Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                    Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
        }
    }
}
