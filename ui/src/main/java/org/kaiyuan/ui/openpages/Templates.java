package org.kaiyuan.ui.openpowers;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Thymeleaf for these pages alone: no other answer of the application goes through it. */
@Component
class Templates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Templates() {
        var files = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        files.setPrefix("templates/openpowers/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(files);
    }

    /** @param model values that are iterated over may be read as they are written */
    void write(String template, Words words, Map<String, Object> model, Writer out) {
        var context = new Context(words.locale(), model);
        context.setVariable("w", words);
        engine.process(template, context, out);
    }
}
