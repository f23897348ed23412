package org.kaiyuan.ui.openpages;

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
public class Templates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    public Templates() {
        var files = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(files);
    }

    /**
     * @param template its room and its name, such as {@code openpowers/power}
     * @param model values that are iterated over may be read as they are written
     */
    public void write(String template, PageWords words, Map<String, Object> model, Writer out) {
        var context = new Context(words.locale(), model);
        context.setVariable("w", words);
        context.setVariable("room", template.substring(0, template.indexOf('/')));
        engine.process(template, context, out);
    }
}
