"""x"""
def one_file(site): return b""
