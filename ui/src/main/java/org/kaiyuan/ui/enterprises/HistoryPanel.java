package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.MergedAway;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** Who changed what when, the newest first, page by page; also of what was merged into the record. */
class HistoryPanel extends Div {
    private static final int PAGE = 50;

    final Div lines = new Div();
    private final Button more = new Button();
    private final transient EnterpriseDirectory directory;
    private final transient FieldWords words;
    private final EnterpriseId id;
    private @Nullable transient ChangePlace last;

    HistoryPanel(EnterpriseDirectory directory, EnterpriseId id, FieldWords words) {
        this.directory = directory;
        this.id = id;
        this.words = words;
        lines.addClassName("timeline");
        more.setText(getTranslation("ui.more"));
        more.addClickListener(click -> page());
        add(lines, more);
        page();
        if (last == null) {
            removeAll();
            add(new EmptyState(Glyph.Of.CLOCK, getTranslation("ui.enterprises.history.none")));
        }
    }

    private void page() {
        var page = directory.history(id, last, PAGE);
        var gone =
                page.stream().allMatch(line -> line.subject().equals(id.value()))
                        ? Map.<UUID, MergedAway>of()
                        : directory.mergedAway(id).stream()
                                .collect(
                                        Collectors.toMap(m -> m.id().value(), Function.identity()));
        page.forEach(line -> lines.add(entry(line, gone.get(line.subject()))));
        if (!page.isEmpty()) {
            last = page.getLast().place();
        }
        more.setVisible(page.size() == PAGE);
    }

    private Div entry(ChangeEntry line, @Nullable MergedAway gone) {
        var when =
                new Div(
                        Shown.moment(line.at())
                                + " · "
                                + line.actorName()
                                + " · "
                                + getTranslation("ui.enterprises.act." + line.act()));
        when.addClassName("when");
        var entry = new Div(when, new Div(sentence(line)));
        if (gone != null) {
            var code = gone.creditCode();
            var of =
                    new Div(
                            getTranslation(
                                    "ui.enterprises.history.mergedAway",
                                    code == null ? gone.name() : gone.name() + " · " + code));
            of.addClassName("merged-away");
            entry.add(of);
        }
        return entry;
    }

    private String sentence(ChangeEntry line) {
        var field = line.field();
        if (field == null) {
            return getTranslation("ui.enterprises.act." + line.act());
        }
        if (line.act().equals("unmasked")) {
            return getTranslation("ui.unmask.line", line.before(), line.after());
        }
        return words.label(field)
                + getTranslation("ui.colon")
                + words.value(field, line.before())
                + " → "
                + words.value(field, line.after());
    }
}
