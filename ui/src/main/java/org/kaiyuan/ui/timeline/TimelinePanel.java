package org.kaiyuan.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.Sizes;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.timeline.Comment;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.platform.timeline.Timeline;
import org.kaiyuan.platform.timeline.TimelineEntry;
import org.kaiyuan.ui.files.FileDownload;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** What happened to a record and what people say about it, the newest first; and saying something. */
public class TimelinePanel extends Section {
    private static final int PAGE = 20;
    private static final int FIELDS = 3;

    final Div lines = new Div();
    final Button more = new Button();
    final @Nullable CommentBox box;
    private final transient Timeline timeline;
    private final transient Commenting commenting;
    private final transient Attachments attachments;
    private final transient ChangeWords words;
    private final RecordRef record;
    private @Nullable String next;

    TimelinePanel(
            Timeline timeline,
            Commenting commenting,
            Attachments attachments,
            RecordRef record,
            ChangeWords words) {
        this.timeline = timeline;
        this.commenting = commenting;
        this.attachments = attachments;
        this.record = record;
        this.words = words;
        addClassName("talk");
        lines.addClassName("timeline");
        more.setText(getTranslation("ui.more"));
        more.addClickListener(click -> page());
        add(new H2(getTranslation("ui.timeline")));
        box = commenting.mayComment() ? new CommentBox(commenting, record, c -> refresh()) : null;
        if (box != null) {
            add(box);
        }
        add(lines, more);
        page();
    }

    /** From the newest again. */
    public void refresh() {
        lines.removeAll();
        next = null;
        page();
    }

    private void page() {
        var page = timeline.of(record, next, PAGE);
        grouped(page.items()).forEach(group -> lines.add(line(group)));
        next = page.next();
        more.setVisible(next != null);
        if (lines.getComponentCount() == 0) {
            var nothing = new Div(getTranslation("ui.timeline.none"));
            nothing.addClassName("nothing");
            lines.add(nothing);
        }
    }

    /** The fields that one act changed stand in one line. */
    private static List<List<TimelineEntry>> grouped(List<TimelineEntry> entries) {
        var groups = new ArrayList<List<TimelineEntry>>();
        for (var entry : entries) {
            var last = groups.isEmpty() ? null : groups.getLast().getLast();
            if (last instanceof TimelineEntry.Changed(ChangeEntry before)
                    && entry instanceof TimelineEntry.Changed(ChangeEntry now)
                    && before.at().equals(now.at())
                    && before.act().equals(now.act())
                    && before.actor().equals(now.actor())) {
                groups.getLast().add(entry);
            } else {
                groups.add(new ArrayList<>(List.of(entry)));
            }
        }
        return groups;
    }

    private Component line(List<TimelineEntry> group) {
        return switch (group.getFirst()) {
            case TimelineEntry.Said(var comment) -> said(comment);
            case TimelineEntry.Attached(var file) -> attached(file);
            case TimelineEntry.Changed(var change) -> changed(change, group);
        };
    }

    private Component changed(ChangeEntry change, List<TimelineEntry> group) {
        var fields = new LinkedHashSet<String>();
        for (var one : group) {
            if (one instanceof TimelineEntry.Changed(ChangeEntry line)) {
                var field = line.field();
                if (field != null) {
                    fields.add(words.field(line, field));
                }
            }
        }
        var what =
                fields.size() <= FIELDS
                        ? String.join(words.between(change), fields)
                        : getTranslation(
                                "ui.timeline.fields",
                                String.join(
                                        words.between(change),
                                        fields.stream().limit(FIELDS).toList()),
                                fields.size());
        var line =
                new Div(
                        words.act(change)
                                + (what.isEmpty() ? "" : getTranslation("ui.colon") + what));
        line.addClassName("changed");
        return entry(Glyph.Of.EDIT, change.actorName(), change.at(), line);
    }

    private Component attached(AttachedFile file) {
        Component name =
                file.removed()
                        ? new Span(file.name())
                        : new Anchor(new FileDownload(attachments, file.id()), file.name());
        var line = new Div(new Span(getTranslation("ui.timeline.attached") + " "), name);
        line.addClassName("said");
        line.add(
                new Span(
                        " "
                                + (file.removed()
                                        ? getTranslation("ui.timeline.file.removed")
                                        : Sizes.of(file.bytes()))));
        line.setClassName("gone", file.removed());
        return entry(Glyph.Of.CLIP, file.uploadedBy(), file.at(), line);
    }

    private Component said(Comment comment) {
        var said = new Div();
        said.addClassName("comment");
        fill(said, comment);
        return entry(Glyph.Of.NOTE, comment.authorName(), comment.at(), said);
    }

    private void fill(Div entry, Comment comment) {
        entry.removeAll();
        var text = comment.text();
        if (text == null) {
            var gone =
                    new Div(
                            getTranslation(
                                    "ui.timeline.removed", String.valueOf(comment.removedBy())));
            gone.addClassName("gone");
            entry.add(gone);
            return;
        }
        entry.add(new CommentText(text, comment.mentions()));
        var below = new Div();
        below.addClassName("below");
        if (comment.editedAt() != null) {
            below.add(new Span(getTranslation("ui.timeline.edited")));
        }
        if (commenting.mayEdit(comment)) {
            below.add(action("ui.timeline.edit", () -> edit(entry, comment)));
        }
        if (commenting.mayRemove(comment)) {
            below.add(action("ui.timeline.remove", () -> askToRemove(comment)));
        }
        if (below.getComponentCount() > 0) {
            entry.add(below);
        }
    }

    private void edit(Div entry, Comment comment) {
        var text = new TextArea(getTranslation("ui.timeline.edit"));
        text.setMaxLength(Commenting.LONGEST);
        text.setWidthFull();
        text.setValue(String.valueOf(comment.text()));
        entry.removeAll();
        var below =
                new Div(
                        action(
                                "ui.timeline.save",
                                () -> fill(entry, commenting.edit(comment.id(), text.getValue()))),
                        action("ui.form.cancel", () -> fill(entry, comment)));
        below.addClassName("below");
        entry.add(text, below);
        text.focus();
    }

    private void askToRemove(Comment comment) {
        var ask =
                new ConfirmDialog(
                        getTranslation("ui.timeline.remove.ask"),
                        getTranslation("ui.timeline.remove.detail"),
                        getTranslation("ui.timeline.remove"),
                        confirmed -> {
                            commenting.remove(comment.id());
                            refresh();
                        });
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.open();
    }

    private Button action(String key, Runnable act) {
        var button = new Button(getTranslation(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** Who did it and when, behind a drawing on the line. */
    private static Div entry(Glyph.Of drawing, String who, Instant at, Component what) {
        var name = new Span(who);
        name.addClassName("who");
        var when = new Div(name, new Span(Shown.moment(at)));
        when.addClassName("when");
        var entry = new Div(new Glyph(drawing), when, what);
        entry.addClassName("entry");
        return entry;
    }
}
