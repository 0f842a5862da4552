package io.rocketbots.onboarding.web.problem;

import freemarker.template.SimpleHash;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.view.freemarker.FreeMarkerView;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;

/** Sends a page when all of it is made: after its first half was sent, nobody could be told that the second one failed. */
@Configuration
class WholePages {

    WholePages(FreeMarkerViewResolver views) {
        views.setViewClass(WholePage.class);
    }

    static class WholePage extends FreeMarkerView {

        @Override
        protected void processTemplate(Template template, SimpleHash model, HttpServletResponse response)
                throws IOException, TemplateException {
            StringWriter page = new StringWriter();
            template.process(model, page);
            response.getWriter().write(page.toString());
        }
    }
}
