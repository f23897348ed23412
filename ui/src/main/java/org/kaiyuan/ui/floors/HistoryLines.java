package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.ui.kit.Shown;

/** Who changed what when, the newest first, page by page. */
class HistoryLines extends Div {
    static final int PAGE = 20;

    private final Div lines = new Div();
    private final Button more = new Button();
    private final transient FloorWords words;
    private final transient Function<@Nullable ChangePlace, List<ChangeEntry>> source;
    private transient @Nullable ChangePlace last;

    /** @param source a page of at most {@link #PAGE}, those before a place */
    HistoryLines(FloorWords words, Function<@Nullable ChangePlace, List<ChangeEntry>> source) {
        this.words = words;
        this.source = source;
        lines.addClassName("timeline");
        more.setText(getTranslation("ui.more"));
        more.addClickListener(click -> page());
        add(lines, more);
        page();
    }

    private void page() {
        var page = source.apply(last);
        page.forEach(line -> lines.add(entry(line)));
        if (!page.isEmpty()) {
            last = page.getLast().place();
        }
        more.setVisible(page.size() == PAGE);
    }

    private Div entry(ChangeEntry line) {
        var when = new Div(Shown.moment(line.at()) + " · " + line.actorName());
        when.addClassName("when");
        var sentence = words.sentence(line);
        return new Div(
                when,
                new Div(sentence.isEmpty() ? words.act(line) : words.act(line) + " · " + sentence));
    }
}
