package org.kaiyuan.ui.timeline;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kaiyuan.platform.timeline.Comment;

/** What was said, with the names of colleagues in the place of their sign-in names. */
class CommentText extends Div {
    private static final Pattern NAMED = Pattern.compile("@([a-z][a-z0-9._-]{1,58}[a-z0-9])");

    CommentText(String text, Iterable<Comment.Mention> mentions) {
        addClassName("said");
        Map<String, Comment.Mention> known =
                java.util.stream.StreamSupport.stream(mentions.spliterator(), false)
                        .collect(Collectors.toMap(Comment.Mention::username, Function.identity()));
        var found = NAMED.matcher(text);
        int at = 0;
        while (found.find()) {
            var mention = known.get(found.group(1));
            if (mention != null) {
                add(new Span(text.substring(at, found.start())));
                var name = new Span("@" + mention.displayName());
                name.addClassName("mention");
                name.setTitle(mention.username());
                add(name);
                at = found.end();
            }
        }
        add(new Span(text.substring(at)));
    }
}
