package org.kaiyuan.ui.openpages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The style sheets and the mark: under names that change with them, so that a browser keeps them for good. */
@Component
public class Look {
    private final Map<String, Asset> assets;
    private final String sheet;
    private final String print;
    private final String mark;

    public Look(@Value("${server.servlet.context-path:}") String context) {
        var screen = new Asset("text/css;charset=UTF-8", read("templates/openpages/look.css"));
        var paper = new Asset("text/css;charset=UTF-8", read("templates/openpages/print.css"));
        var sign = new Asset("image/svg+xml", read("META-INF/resources/kaiyuan/mark.svg"));
        var root = context + "/z/";
        sheet = root + "look-" + screen.name() + ".css";
        print = root + "print-" + paper.name() + ".css";
        mark = root + "mark-" + sign.name() + ".svg";
        assets =
                Map.of(
                        sheet.substring(root.length()), screen,
                        print.substring(root.length()), paper,
                        mark.substring(root.length()), sign);
    }

    /** A file that pages refer to. */
    public record Asset(String mediaType, KeptPage content) {
        Asset(String mediaType, byte[] bytes) {
            this(mediaType, KeptPage.of(bytes));
        }

        private String name() {
            return content.tag().replaceAll("[^0-9a-f]", "").substring(0, 12);
        }
    }

    public String sheet() {
        return sheet;
    }

    public String print() {
        return print;
    }

    public String mark() {
        return mark;
    }

    /** By the name that a page gives it. */
    public @Nullable Asset asset(String name) {
        return assets.get(name);
    }

    private static byte[] read(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
