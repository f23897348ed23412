package org.kaiyuan.elasticsearch.analysis;

import com.ibm.icu.text.Normalizer2;
import java.io.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.StopFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.AbstractTokenizerFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;

/**
 * What {@code analysis-common}, {@code analysis-icu} and {@code analysis-smartcn} bring to a stock
 * Elasticsearch, as far as Kaiyuan's index settings use it, with the same names and settings.
 */
public class KaiyuanAnalysisPlugin extends Plugin implements AnalysisPlugin, ActionPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "keyword", (index, env, name, settings) -> tokenizer(name, KeywordTokenizer::new),
                "whitespace",
                        (index, env, name, settings) -> tokenizer(name, WhitespaceTokenizer::new),
                "icu_tokenizer", (index, env, name, settings) -> tokenizer(name, ICUTokenizer::new),
                "smartcn_tokenizer",
                        (index, env, name, settings) -> tokenizer(name, HMMChineseTokenizer::new),
                "ngram",
                        (index, env, name, settings) ->
                                tokenizer(
                                        name,
                                        () -> new NGramTokenizer(min(settings), max(settings))),
                "edge_ngram",
                        (index, env, name, settings) ->
                                tokenizer(
                                        name,
                                        () ->
                                                new EdgeNGramTokenizer(
                                                        min(settings), max(settings))));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.ofEntries(
                Map.entry("cjk_width", (i, e, name, s) -> normalizing(name, CJKWidthFilter::new)),
                Map.entry(
                        "asciifolding",
                        (i, e, name, s) -> normalizing(name, ASCIIFoldingFilter::new)),
                Map.entry(
                        "icu_folding", (i, e, name, s) -> normalizing(name, ICUFoldingFilter::new)),
                Map.entry(
                        "icu_normalizer",
                        (i, e, name, s) ->
                                normalizing(name, in -> new ICUNormalizer2Filter(in, form(s)))),
                Map.entry("trim", (i, e, name, s) -> normalizing(name, TrimFilter::new)),
                // as the stock one does where its language is english
                Map.entry("stemmer", (i, e, name, s) -> filter(name, PorterStemFilter::new)),
                Map.entry("cjk_bigram", (i, e, name, s) -> filter(name, CJKBigramFilter::new)),
                Map.entry(
                        "smartcn_stop",
                        (i, e, name, s) ->
                                filter(
                                        name,
                                        in ->
                                                new StopFilter(
                                                        in,
                                                        SmartChineseAnalyzer.getDefaultStopSet()))),
                Map.entry(
                        "unique",
                        (i, e, name, s) -> filter(name, RemoveDuplicatesTokenFilter::new)),
                Map.entry(
                        "truncate",
                        (i, e, name, s) ->
                                filter(
                                        name,
                                        in ->
                                                new TruncateTokenFilter(
                                                        in, s.getAsInt("length", 10)))),
                Map.entry(
                        "length",
                        (i, e, name, s) ->
                                filter(
                                        name,
                                        in ->
                                                new LengthFilter(
                                                        in,
                                                        s.getAsInt("min", 0),
                                                        s.getAsInt("max", Integer.MAX_VALUE)))),
                Map.entry(
                        "ngram",
                        (i, e, name, s) ->
                                filter(
                                        name,
                                        in ->
                                                new NGramTokenFilter(
                                                        in,
                                                        min(s),
                                                        max(s),
                                                        s.getAsBoolean(
                                                                "preserve_original", false)))),
                Map.entry(
                        "edge_ngram",
                        (i, e, name, s) ->
                                filter(
                                        name,
                                        in ->
                                                new EdgeNGramTokenFilter(
                                                        in,
                                                        min(s),
                                                        max(s),
                                                        s.getAsBoolean(
                                                                "preserve_original", false)))));
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of(
                "icu_normalizer",
                (index, env, name, settings) ->
                        charFilter(name, in -> new ICUNormalizer2CharFilter(in, form(settings))),
                "mapping",
                AnalysisPlugin.requiresAnalysisSettings((index, env, name, settings) -> {
                    var map = mapping(Analysis.getWordList(env, settings, "mappings"));
                    return charFilter(name, in -> new MappingCharFilter(map, in));
                }));
    }

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of(
                "smartcn",
                (index, env, name, settings) ->
                        new AbstractIndexAnalyzerProvider<Analyzer>(name) {
                            private final Analyzer analyzer = new SmartChineseAnalyzer();

                            @Override
                            public Analyzer get() {
                                return analyzer;
                            }
                        });
    }

    @Override
    public Collection<RestHandler> getRestHandlers(
            RestHandlersServices services,
            Supplier<DiscoveryNodes> nodes,
            Predicate<NodeFeature> features) {
        return List.of(new WhoAmIHandler(nodes));
    }

    private static int min(Settings settings) {
        return settings.getAsInt("min_gram", 1);
    }

    private static int max(Settings settings) {
        return settings.getAsInt("max_gram", 2);
    }

    private static Normalizer2 form(Settings settings) {
        return Normalizer2.getInstance(
                null, settings.get("name", "nfkc_cf"), Normalizer2.Mode.COMPOSE);
    }

    private static NormalizeCharMap mapping(List<String> rules) {
        var map = new NormalizeCharMap.Builder();
        for (var rule : rules) {
            int arrow = rule.indexOf("=>");
            if (arrow < 0) {
                throw new IllegalArgumentException("Invalid mapping rule: [" + rule + "]");
            }
            map.add(rule.substring(0, arrow).strip(), rule.substring(arrow + 2).strip());
        }
        return map.build();
    }

    private static TokenizerFactory tokenizer(String name, Supplier<Tokenizer> made) {
        return new AbstractTokenizerFactory(name) {
            @Override
            public Tokenizer create() {
                return made.get();
            }
        };
    }

    private static TokenFilterFactory filter(String name, UnaryOperator<TokenStream> made) {
        return new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream in) {
                return made.apply(in);
            }
        };
    }

    private static TokenFilterFactory normalizing(String name, UnaryOperator<TokenStream> made) {
        class Normalizing extends AbstractTokenFilterFactory
                implements NormalizingTokenFilterFactory {
            Normalizing() {
                super(name);
            }

            @Override
            public TokenStream create(TokenStream in) {
                return made.apply(in);
            }
        }
        return new Normalizing();
    }

    private static CharFilterFactory charFilter(String name, UnaryOperator<Reader> made) {
        class Normalizing extends AbstractCharFilterFactory
                implements NormalizingCharFilterFactory {
            Normalizing() {
                super(name);
            }

            @Override
            public Reader create(Reader in) {
                return made.apply(in);
            }
        }
        return new Normalizing();
    }
}
