// what plumb shell begins with, after startup.jsh
var lab = Workbench.open();
void help() { Help.show(); }
void help(String word) { Help.show(word); }
System.out.println(Help.hint(lab));
