import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene as it comes: its Japanese analyser in search mode, BM25, one field, ten hits. Indexing uses all cores, asking one; what is measured of a
 * question begins with its text. Arguments: documents and questions, a line each, a folder for the index, how often to ask all before measuring.
 */
public final class LuceneSearch {
    public static void main(String[] arguments) throws Exception {
        List<String> documents = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
        List<String> questions = Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8);
        Analyzer analyzer = new JapaneseAnalyzer();
        try (MMapDirectory directory = new MMapDirectory(Path.of(arguments[2]))) {
            long started = System.nanoTime();
            IndexWriterConfig configuration = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256).setSimilarity(new BM25Similarity());
            try (IndexWriter writer = new IndexWriter(directory, configuration)) {
                IntStream.range(0, documents.size()).parallel().forEach(i -> {
                    Document document = new Document();
                    document.add(new StoredField("id", i));
                    document.add(new TextField("text", documents.get(i), Field.Store.NO));
                    try {
                        writer.addDocument(document);
                    } catch (java.io.IOException failure) {
                        throw new java.io.UncheckedIOException(failure);
                    }
                });
                writer.commit();
            }
            double building = (System.nanoTime() - started) / 1e9;
            long bytes = 0;
            for (String file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                QueryBuilder builder = new QueryBuilder(analyzer);
                double[] times = new double[questions.size()];
                for (int round = Integer.parseInt(arguments[3]); round >= 0; round--) {
                    for (int i = 0; i < times.length; i++) {
                        started = System.nanoTime();
                        Query query = builder.createBooleanQuery("text", questions.get(i));
                        if (query != null) {
                            searcher.search(query, 10);
                        }
                        times[i] = (System.nanoTime() - started) / 1e6;
                    }
                }
                Arrays.sort(times);
                List<String> figures = new ArrayList<>();
                for (double share : new double[] {0.5, 0.95, 0.99}) {
                    figures.add(String.format(Locale.ROOT, "%.4f", times[Math.min(times.length - 1, (int) (share * times.length))]));
                }
                System.out.println(String.format(Locale.ROOT, "%.3f\t%d\t%s", building, bytes, String.join("\t", figures)));
            }
        }
    }
}
