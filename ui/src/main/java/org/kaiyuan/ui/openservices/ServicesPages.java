package org.kaiyuan.ui.openservices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.ui.openpowers.Gate;
import org.kaiyuan.ui.openpowers.KeptPage;
import org.kaiyuan.ui.openpowers.Look;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes pages, a few at a time, and keeps what everybody asks for a moment. */
@Component
class ServicesPages {
    /** What was published, or is due, is seen by everybody within this time. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Gate gate = new Gate(AT_ONCE, PATIENCE);
    private final Cache<String, KeptPage> pages =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .<String, KeptPage>weigher(
                            (key, page) -> 300 + 2 * key.length() + page.packed().length)
                    .expireAfterWrite(KEPT)
                    .build();
    private final Look look;

    ServicesPages(Look look) {
        this.look = look;
        var files = new ClassLoaderTemplateResolver(ServicesPages.class.getClassLoader());
        files.setPrefix("templates/openservices/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(files);
    }

    /** A template and what it shows. */
    record Page(String template, Map<String, Object> model) {}

    /**
     * @param key of the page within its park and language; null for one that is not kept
     * @param made null for nothing
     * @throws org.kaiyuan.ui.openpowers.TooBusy when too many others are being made
     */
    @Nullable KeptPage get(
            ServicesVisit visit, @Nullable String key, Supplier<@Nullable Page> made) {
        var whole = visit.address().root() + " " + visit.address().english() + " " + key;
        var kept = key == null ? null : pages.getIfPresent(whole);
        if (kept != null) {
            return kept;
        }
        return gate.through(() -> {
            var page = SystemActing.inTenant(visit.zone().id(), made::get);
            if (page == null) {
                return null;
            }
            var model = new HashMap<>(page.model());
            model.put("visit", visit);
            var written = written(new Page(page.template(), model), visit.words());
            if (key != null) {
                pages.put(whole, written);
            }
            return written;
        });
    }

    /** Of no park. */
    KeptPage written(Page page, ServicesWords words) {
        var context = new Context(words.locale(), page.model());
        context.setVariable("w", words);
        context.setVariable("look", look);
        var out = new StringWriter(16_384);
        engine.process(page.template(), context, out);
        return KeptPage.of(out.toString().getBytes(StandardCharsets.UTF_8));
    }
}
